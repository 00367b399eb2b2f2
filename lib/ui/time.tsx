'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDay, formatFull, relativeAge } from '@/lib/i18n/format';
import { useClock } from './use-clock';

/** A moment: relative under a day, then the date; the whole date on hover. */
export function Time({ at, className }: { at: Date | number | string; className?: string }) {
  const t = useTranslations('common.time');
  const locale = useLocale();
  const moment = new Date(at);
  const now = useClock(Date.now() - moment.getTime() < 60_000 ? 1000 : 30_000);
  const age = relativeAge(moment, now);
  return (
    <time dateTime={moment.toISOString()} title={formatFull(moment, locale)} className={className} suppressHydrationWarning>
      {age ? t(age.key, { count: age.count }) : formatDay(moment, now, locale)}
    </time>
  );
}
