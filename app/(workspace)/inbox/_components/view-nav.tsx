'use client';
import { clsx } from 'clsx';
import { Inbox, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { InboxCounts, ListView } from '../_logic/view-models';

const VIEWS: readonly { view: ListView; Icon: typeof Inbox }[] = [
  { view: 'mine', Icon: Inbox },
  { view: 'waiting', Icon: UsersRound },
];

export interface ViewNavProps {
  view: ListView;
  counts: InboxCounts | undefined;
  href: (view: ListView) => string;
  /** Beside the list, or above it where there is no room beside. */
  layout: 'column' | 'row';
}

/** The lists of the inbox with their counts. */
export function ViewNav({ view, counts, href, layout }: ViewNavProps) {
  const t = useTranslations('inbox.views');
  return (
    <nav aria-label={t('label')} className={layout === 'column' ? 'flex flex-col gap-0.5 p-2.5' : 'flex gap-2 overflow-x-auto px-4 py-2.5 md:px-3.5'}>
      {VIEWS.map(({ view: one, Icon }) => (
        <Link
          key={one}
          href={href(one)}
          prefetch={false}
          aria-current={one === view ? 'page' : undefined}
          className={clsx(
            'inline-flex items-center gap-2.5 text-ink-2 transition-colors duration-(--t-fast)',
            layout === 'column' ? 'min-h-8 rounded-md px-2.5 hover:bg-sunken' : 'min-h-8 rounded-full border px-3.5 pointer-coarse:min-h-11',
            one === view ? 'bg-accent-tint font-medium text-accent-ink' : 'hover:text-ink',
            layout === 'row' && (one === view ? 'border-transparent' : 'border-line-strong'),
          )}
        >
          {layout === 'column' ? <Icon aria-hidden size={16} strokeWidth={1.75} /> : null}
          <span className="flex-1">{t(one)}</span>
          <span aria-hidden className="tabular min-w-4 text-right font-medium">{counts?.[one] ?? ''}</span>
          {counts ? <span className="sr-only">{t('count', { count: counts[one] })}</span> : null}
        </Link>
      ))}
    </nav>
  );
}
