'use client';
import { clsx } from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { pickText } from '@/flows/document/localized-text';
import { Badge } from '@/lib/ui/badge';
import { Chip } from '@/lib/ui/chip';
import type { ConversationRow as Row } from '../_logic/view-models';
import { useCustomerName } from '../_state/use-customer-name';
import { useLanguageName } from '../_state/use-language-name';
import { AgeText } from './age-text';
import { CustomerAvatar } from './customer-avatar';

export interface ConversationRowProps {
  row: Row;
  href: string;
  open: boolean;
  /** It left this list while the list was held still. */
  gone: boolean;
}

/** One conversation of a list: who, what was said last, how long ago, on which channel and in which language. */
export function ConversationRow({ row, href, open, gone }: ConversationRowProps) {
  const t = useTranslations('inbox');
  const locale = useLocale();
  const name = useCustomerName()(row.customer);
  const languageName = useLanguageName();
  const unread = row.unread > 0;
  const topic = row.topic ? pickText(row.topic, locale, []) : '';
  const queue = row.queue ? pickText(row.queue.name, locale, []) : '';
  const quiet = open ? 'surface' : 'sunken';
  const onHover = 'group-hover:bg-surface';
  return (
    <li className={clsx('relative border-b border-line', gone && 'opacity-50')}>
      <Link
        href={href}
        prefetch={false}
        aria-current={open ? 'true' : undefined}
        className={clsx(
          'group flex min-h-19 gap-3 px-3.5 py-2.5 -outline-offset-2 transition-colors duration-(--t-fast) max-md:px-4 max-md:py-3.5',
          open ? 'bg-accent-tint shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-sunken',
        )}
      >
        <CustomerAvatar name={name} channel={row.channel} className="self-start" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline justify-between gap-2">
            <span className="truncate font-strong text-ink max-md:text-lg">{name}</span>
            <AgeText
              since={row.waitingSince ?? row.lastMessageAt}
              className={clsx('tabular shrink-0 text-xs', open ? 'text-ink-2' : 'text-ink-3')}
              {...(row.waitingSince !== null && { phrase: (duration) => t('list.waitingFor', { duration }) })}
            />
          </span>
          <span className="flex items-center justify-between gap-2">
            <span lang={row.language} className={clsx('min-w-0 truncate max-md:text-md', unread ? 'text-ink' : 'text-ink-2')}>{said(row, t)}</span>
            <Badge count={row.unread} label={t('list.unread', { count: row.unread })} />
          </span>
          <span className="mt-1 flex min-w-0 items-center gap-1.5">
            {gone ? <Chip tone={quiet} className={onHover}>{t('list.gone')}</Chip> : null}
            {row.priority === 'high' || row.priority === 'urgent' ? (
              <Chip tone={row.priority === 'urgent' ? 'stop' : 'caution'} className="shrink-0" icon={<TriangleAlert aria-hidden size={12} strokeWidth={2} />}>{t(`priority.${row.priority}`)}</Chip>
            ) : null}
            {topic ? <Chip tone={open ? 'surface' : 'outlined'} className="min-w-0">{topic}</Chip> : null}
            {!topic && queue ? <Chip tone={quiet} className={clsx('min-w-0', onHover)}>{queue}</Chip> : null}
            <span className="ml-auto shrink-0 pl-1 text-2xs text-ink-2" title={languageName(row.language)}>
              <span aria-hidden className="uppercase">{row.language.split('-')[0]}</span>
              <span className="sr-only">{languageName(row.language)}</span>
            </span>
          </span>
        </span>
      </Link>
    </li>
  );
}

function said({ preview }: Row, t: ReturnType<typeof useTranslations<'inbox'>>): string {
  const { from, text } = preview;
  if (text === '') return t('list.noText');
  if (from === 'agent') return t('list.you', { text });
  if (from === 'assistant') return t('list.assistant', { text });
  return from === 'note' ? t('list.noteBy', { text }) : text;
}
