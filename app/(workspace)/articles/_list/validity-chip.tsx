'use client';

import { CalendarClock, CalendarX2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatDay } from '@/lib/i18n/format';
import { Chip } from '@/lib/ui/chip';
import { useClock } from '@/lib/ui/use-clock';
import { validityAt } from '../_logic/validity';

/** Until when customers get the article, or from when; in plain words where it has no dates. */
export function ValidityChip({ article: { validFrom, validTo } }: { article: { validFrom: number | null; validTo: number | null } }) {
  const t = useTranslations('articles.validity');
  const locale = useLocale();
  const now = useClock(60_000);
  const validity = validityAt({ validFrom, validTo }, now);
  const day = (at: number): string => formatDay(at, now, locale);
  const icon = <CalendarClock aria-hidden size={12} strokeWidth={2} className="shrink-0" />;
  if (validity === 'over') return <Chip tone="caution" icon={<CalendarX2 aria-hidden size={12} strokeWidth={2} className="shrink-0" />}>{t('over', { day: day((validTo ?? now) - 1) })}</Chip>;
  if (validity === 'later') return <Chip tone="outlined" icon={icon}>{t('later', { day: day(validFrom ?? now) })}</Chip>;
  if (validity === 'now' && validTo !== null) return <Chip tone="outlined" icon={icon}>{t('until', { day: day(validTo - 1) })}</Chip>;
  return <span className="text-sm text-ink-3">{t('always')}</span>;
}
