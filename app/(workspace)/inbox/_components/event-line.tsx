'use client';
import { Bot, CircleCheck, Info, LogOut, RotateCcw, TriangleAlert, Undo2, UserRoundCheck, type LucideIcon } from 'lucide-react';
import { useLocale } from 'next-intl';
import { clsx } from 'clsx';
import { formatFull, formatTime } from '@/lib/i18n/format';
import { eventName } from '../_logic/thread-blocks';
import type { ThreadEvent } from '../_logic/view-models';
import { useEventText } from '../_state/use-event-text';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  accepted: UserRoundCheck,
  'turn-failed': TriangleAlert,
  released: Undo2,
  closed: CircleCheck,
  reopened: RotateCcw,
  opened: Bot,
  'customer-left': LogOut,
};

/** Something that happened, in the middle of the thread, with its reason in words. */
export function EventLine({ event }: { event: ThreadEvent }) {
  const locale = useLocale();
  const text = useEventText()(event);
  if (text === null) return null;
  const name = eventName(event.code);
  const Icon = ICONS[name] ?? Info;
  const failed = name === 'turn-failed';
  return (
    <p className={clsx('flex items-start justify-center gap-2 self-center px-4 text-center text-xs text-balance', failed ? 'text-caution' : 'text-ink-3')}>
      <Icon aria-hidden size={14} strokeWidth={1.75} className={clsx('mt-px shrink-0', !failed && 'text-accent')} />
      <span>
        {text}{' '}
        <time className="tabular whitespace-nowrap" dateTime={new Date(event.at).toISOString()} title={formatFull(event.at, locale)}>{formatTime(event.at, locale)}</time>
      </span>
    </p>
  );
}
