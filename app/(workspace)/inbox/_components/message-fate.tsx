'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ThreadMessage } from '../_logic/view-models';

/** Says under a message that it did not reach the customer, or left in the moment somebody took over. */
export function MessageFate({ fate }: { fate: ThreadMessage['fate'] }) {
  const t = useTranslations('inbox.thread.fate');
  if (!fate) return null;
  return (
    <p className={fate === 'just-before' ? 'text-2xs text-ink-3' : 'text-2xs text-caution'}>
      <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mr-1 inline align-[-2px]" />
      {t(fate)}
    </p>
  );
}
