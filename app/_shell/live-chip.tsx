'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Chip } from '@/lib/ui/chip';
import { Tooltip } from '@/lib/ui/tooltip';
import { useLiveState } from '../_trpc/live';

/** A short cut is not worth a word. */
const PATIENCE_MS = 4000;

/** Says that the stream is cut; nothing while it is live. */
export function LiveChip() {
  const t = useTranslations('shell.live');
  const state = useLiveState();
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (state === 'live') return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [state]);
  return (
    <div role="status" aria-live="assertive" className="pointer-events-none absolute inset-x-0 top-2 z-40 flex justify-center">
      {long && state !== 'live' ? (
        <Tooltip content={t('hint')}>
          <Chip tone="stop" tabIndex={0} className="pointer-events-auto shadow-float" icon={<CloudOff aria-hidden size={12} strokeWidth={2} />}>{t('connecting')}</Chip>
        </Tooltip>
      ) : null}
    </div>
  );
}
