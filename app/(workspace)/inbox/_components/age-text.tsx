'use client';
import { useLocale, useTranslations } from 'next-intl';
import { formatFull } from '@/lib/i18n/format';
import { useClock } from '@/lib/ui/use-clock';
import { age } from '../_logic/age';
import type { Instant } from '../_logic/view-models';

/** How long ago, short enough for a row; the whole date on hover. `phrase` puts it into a sentence. */
export function AgeText({ since, phrase, className }: { since: Instant; phrase?: (duration: string) => string; className?: string }) {
  const t = useTranslations('inbox.durations');
  const locale = useLocale();
  const now = useClock(Date.now() - since < 60_000 ? 1_000 : 15_000);
  const { unit, count } = age(now - since);
  const duration = t(unit, { count });
  return (
    <time dateTime={new Date(since).toISOString()} title={formatFull(since, locale)} className={className} suppressHydrationWarning>
      {phrase ? phrase(duration) : duration}
    </time>
  );
}
