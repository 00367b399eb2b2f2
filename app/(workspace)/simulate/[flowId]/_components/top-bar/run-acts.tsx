'use client';

import { RotateCcw, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { IconButton } from '@/lib/ui/icon-button';
import { useSimulator } from '../../_state/simulator-context';

/** One step back, or from the beginning. */
export function RunActs({ iconsOnly = false }: { iconsOnly?: boolean }) {
  const t = useTranslations('simulate');
  const { simulation, back, restart } = useSimulator();
  const nothing = simulation.events.length === 0;
  const again = <RotateCcw aria-hidden size={16} strokeWidth={1.75} />;
  return (
    <>
      <IconButton label={t('bar.back')} shortcut={t('keys.back')} disabled={nothing} onClick={back}>
        <Undo2 aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      {iconsOnly ? (
        <IconButton label={t('bar.restart')} disabled={nothing} onClick={restart}>{again}</IconButton>
      ) : (
        <Button variant="quiet" icon={again} disabled={nothing} onClick={restart}>{t('bar.restart')}</Button>
      )}
    </>
  );
}
