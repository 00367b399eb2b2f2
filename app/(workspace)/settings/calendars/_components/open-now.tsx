'use client';

import { Circle } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { Calendar } from '@/flows/calendars/calendar';
import { isOpen } from '@/flows/calendars/is-open';
import { nextOpening } from '@/flows/calendars/next-opening';
import { zoneOffset } from '@/flows/expressions/zone';
import { formatWall } from '@/lib/i18n/format';
import { useClock } from '@/lib/ui/use-clock';

/** Open or closed, and when it opens next, as flows decide it. `now` is the server's time when the page read it, at `readAt` of this browser's clock. */
export function OpenNow({ calendar, now, readAt }: { calendar: Calendar; now: number; readAt: number }) {
  const t = useTranslations('settings.calendars');
  const locale = useLocale();
  // The server's clock goes on with this one: browsers set wrong decide nothing.
  const moment = now + Math.max(0, useClock(15_000) - readAt);
  const open = isOpen(calendar, moment);
  const next = open ? null : nextOpening(calendar, moment);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <Circle aria-hidden size={8} className={open ? 'fill-accent stroke-none' : 'fill-none stroke-ink-3'} strokeWidth={3} />
      <span className="font-medium text-ink">{t(open ? 'open' : 'closed')}</span>
      {open ? null : <span className="tabular text-ink-2">{next === null ? t('never') : t('next', { when: formatWall(next + (zoneOffset(calendar.timeZone, next) ?? 0), locale) })}</span>}
    </span>
  );
}
