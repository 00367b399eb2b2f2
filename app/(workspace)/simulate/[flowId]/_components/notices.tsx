'use client';

import { useTranslations } from 'next-intl';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import type { SimulationRefusal } from '../_state/use-simulation';

interface NoticesProps {
  refusal: SimulationRefusal | null;
  onNewDraft: (() => void) | undefined;
}

/** What could not be done, and that the draft is another by now. */
export function Notices({ refusal, onNewDraft }: NoticesProps) {
  const t = useTranslations('simulate');
  const reason = refusal && t(`refused.${refusal.code}`, { name: refusal.event && 'press' in refusal.event ? refusal.event.press : '' });
  const place = refusal?.place;
  return (
    <div className="flex flex-col gap-2 empty:hidden not-empty:border-b not-empty:border-line not-empty:bg-surface not-empty:px-4 not-empty:py-2">
      {reason ? <Banner tone="caution">{place ? t('stopped.text', { number: place.index + 1, all: place.all, reason }) : reason}</Banner> : null}
      {onNewDraft ? <Banner action={<Button size="sm" onClick={onNewDraft}>{t('draft.run')}</Button>}>{t('draft.changed')}</Banner> : null}
    </div>
  );
}
