'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ConversationRow } from '../_logic/view-models';
import { useCustomerName } from '../_state/use-customer-name';

/** Tells a screen reader about each new offer, once. */
export function OfferAnnouncer({ offered }: { offered: readonly ConversationRow[] }) {
  const t = useTranslations('inbox.offer');
  const nameOf = useCustomerName();
  const [told, setTold] = useState<{ rows: readonly ConversationRow[]; text: string }>({ rows: [], text: '' });
  if (told.rows !== offered) {
    const known = new Set(told.rows.map((row) => row.id));
    const fresh = offered.filter((row) => !known.has(row.id));
    setTold({ rows: offered, text: fresh.length > 0 ? fresh.map((row) => t('announce', { name: nameOf(row.customer) })).join(' ') : told.text });
  }
  return <p aria-live="polite" className="sr-only">{told.text}</p>;
}
