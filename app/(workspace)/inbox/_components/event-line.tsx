'use client';
import { CircleCheck, Headset, Info, LogOut, RotateCcw, TriangleAlert, Undo2, UserRoundCheck, X, Zap, ZapOff, type LucideIcon } from 'lucide-react';
import { useLocale } from 'next-intl';
import { clsx } from 'clsx';
import { formatFull } from '@/lib/i18n/format';
import type { ThreadEvent } from '../_logic/view-models';
import { useEventText } from '../_state/use-event-text';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  queued: Headset,
  accepted: UserRoundCheck,
  declined: X,
  released: Undo2,
  closed: CircleCheck,
  'case-opened': RotateCcw,
  'turn-failed': TriangleAlert,
  'message-failed': TriangleAlert,
  'message-dropped': TriangleAlert,
  'turn-replayed': RotateCcw,
  'customer-left': LogOut,
  triggered: Zap,
  'trigger-not-begun': ZapOff,
};

/** Something that happened, in the middle of the thread, with its reason in words. */
export function EventLine({ event }: { event: ThreadEvent }) {
  const locale = useLocale();
  const text = useEventText()(event);
  if (text === null) return null;
  const Icon = ICONS[event.code] ?? Info;
  const failed = event.code === 'turn-failed' || event.code === 'message-failed';
  return (
    <p title={formatFull(event.at, locale)} className={clsx('max-w-[64ch] self-center px-4 text-center text-xs text-pretty', failed ? 'text-caution' : 'text-ink-3')}>
      <Icon aria-hidden size={14} strokeWidth={1.75} className={clsx('mr-1.5 inline align-[-2px]', !failed && 'text-accent')} />
      {text}
    </p>
  );
}
