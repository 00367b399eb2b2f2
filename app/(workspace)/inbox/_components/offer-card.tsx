'use client';
import { Headset } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { pickText } from '@/flows/document/localized-text';
import { Button } from '@/lib/ui/button';
import type { ConversationRow } from '../_logic/view-models';
import type { Acts } from '../_state/use-acts';
import { useChannelName } from '../_state/use-channel-name';
import { useCustomerName } from '../_state/use-customer-name';
import { AgeText } from './age-text';
import { CustomerAvatar } from './customer-avatar';

export interface OfferCardProps {
  row: ConversationRow;
  href: string;
  acts: Acts;
  /** The A key accepts this one. */
  first: boolean;
}

/** A conversation offered to this agent: who it is, about what, since when, and the two answers. */
export function OfferCard({ row, href, acts, first }: OfferCardProps) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const name = useCustomerName()(row.customer);
  const channel = useChannelName()(row.channel);
  const about = row.topic ? pickText(row.topic, locale, []) : row.queue ? pickText(row.queue.name, locale, []) : '';
  return (
    <section aria-label={t('offer.label')} className="rounded-lg border-2 border-accent bg-surface p-2.5 max-md:rounded-none max-md:border-x-0 max-md:border-y max-md:border-accent-line max-md:bg-accent-tint max-md:px-4 max-md:py-3.5">
      <Link href={href} prefetch={false} className="flex items-center gap-3 rounded-md">
        <CustomerAvatar name={name} size={32} className="self-center" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-strong text-ink max-md:text-lg">{name}</span>
          <span className="block truncate text-xs text-ink-2 max-md:text-md">{about ? `${about} · ${channel}` : channel}</span>
        </span>
        <span className="flex shrink-0 items-center gap-1.5 text-xs text-accent-ink">
          <Headset aria-hidden size={14} strokeWidth={1.75} />
          {row.waitingSince === null ? null : <AgeText since={row.waitingSince} className="tabular" />}
        </span>
      </Link>
      <div className="mt-2.5 flex gap-2">
        <Button
          variant={first ? 'primary' : 'secondary'}
          size="sm"
          className="flex-1"
          busy={acts.busy === 'accept'}
          onClick={() => acts.accept(row.id, name)}
          {...(first && { shortcut: 'A', 'aria-keyshortcuts': 'A' })}
        >
          {t('offer.accept')}
        </Button>
        <Button size="sm" busy={acts.busy === 'decline'} onClick={() => acts.decline(row.id)}>{t('offer.decline')}</Button>
      </div>
    </section>
  );
}
