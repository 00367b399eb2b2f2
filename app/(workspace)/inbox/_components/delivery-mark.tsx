'use client';
import { Check, CheckCheck, Clock3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeliveryState } from '../_logic/delivery-state';

/** How far a message got: an icon and the word. */
export function DeliveryMark({ state }: { state: DeliveryState | 'sending' }) {
  const t = useTranslations('inbox.thread');
  const Icon = state === 'sending' ? Clock3 : state === 'sent' ? Check : CheckCheck;
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden size={14} strokeWidth={2} className={state === 'read' ? 'text-accent' : undefined} />
      {t(state)}
    </span>
  );
}
