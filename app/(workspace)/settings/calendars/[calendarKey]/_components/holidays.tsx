'use client';

import { CalendarPlus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { pickText } from '@/flows/document/localized-text';
import type { Calendar } from '@/flows/calendars/calendar';
import { zoneOffset } from '@/flows/expressions/zone';
import { formatDate } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Table } from '@/lib/ui/table';
import { RowMenu } from '../../../_components/row-menu';
import { useLanguages } from '../../../_logic/use-languages';
import { HolidayForm } from './holiday-form';
import { PublicHolidays } from './public-holidays';

type Holiday = Calendar['holidays'][number];

export interface HolidaysProps {
  holidays: Calendar['holidays'];
  onChange: (holidays: Calendar['holidays']) => void;
  timeZone: string;
  /** The server's time, by which days have passed. */
  now: number;
}

/** Days that are not like their weekday. */
export function Holidays({ holidays, onChange, timeZone, now }: HolidaysProps) {
  const t = useTranslations('settings.calendars');
  const locale = useLocale();
  const languages = useLanguages();
  const [act, setAct] = useState<{ kind: 'add' | 'public' } | { kind: 'edit'; holiday: Holiday } | null>(null);
  const today = new Date(now + (zoneOffset(timeZone, now) ?? 0)).toISOString().slice(0, 10);
  const past = holidays.filter(({ date }) => date < today);
  const sorted = [...holidays].sort((one, other) => (one.date < other.date ? -1 : 1));
  const hours = ({ spans }: Holiday): string => (spans.length === 0 ? t('closedDay') : spans.map(({ from, to }) => `${from}–${to}`).join(', '));
  const put = (holiday: Holiday, before?: string): void => {
    onChange([...holidays.filter(({ date }) => date !== before && date !== holiday.date), holiday].sort((one, other) => (one.date < other.date ? -1 : 1)));
    setAct(null);
  };
  return (
    <section className="mt-8 max-w-220">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-lg font-strong text-ink">{t('holidays')}</h2>
          <p className="mt-0.5 text-sm text-ink-2">{t('holidaysHelp')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button icon={<CalendarPlus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct({ kind: 'public' })}>{t('addPublic')}</Button>
          <Button icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct({ kind: 'add' })}>{t('addHoliday')}</Button>
        </div>
      </div>
      {past.length > 0 ? (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-sm text-ink-2">
          {t('past', { count: past.length })}
          <Button size="sm" variant="quiet" onClick={() => onChange(holidays.filter(({ date }) => date >= today))}>{t('removePast')}</Button>
        </p>
      ) : null}
      <div className="mt-3">
        {sorted.length === 0 ? <p className="rounded-lg border border-line bg-surface px-5 py-4 text-sm text-ink-3">{t('noHolidays')}</p> : (
          <Table
            caption={t('holidays')}
            rows={sorted}
            rowKey={({ date }) => date}
            columns={[
              {
                key: 'date', header: t('holidayColumns.date'), width: '38%',
                cell: (holiday) => (
                  <>
                    <span className="font-medium text-ink">{formatDate(holiday.date, locale)}</span>
                    <p className="text-xs text-ink-2 md:hidden">{[pickText(holiday.name, locale, languages), hours(holiday)].filter((part) => part !== '').join(' · ')}</p>
                  </>
                ),
              },
              { key: 'name', header: t('holidayColumns.name'), secondary: true, cell: ({ name }) => pickText(name, locale, languages) },
              { key: 'hours', header: t('holidayColumns.hours'), secondary: true, width: '24%', cell: (holiday) => <span className="tabular text-ink-2">{hours(holiday)}</span> },
              {
                key: 'acts', header: <span className="sr-only">{t('holidayColumns.acts')}</span>, align: 'right', width: '64px',
                cell: (holiday) => (
                  <RowMenu
                    label={t('holidayActs', { date: formatDate(holiday.date, locale) })}
                    entries={[
                      { key: 'edit', label: t('editHoliday'), onSelect: () => setAct({ kind: 'edit', holiday }) },
                      { key: 'remove', label: t('removeHoliday'), danger: true, onSelect: () => onChange(holidays.filter(({ date }) => date !== holiday.date)) },
                    ]}
                  />
                ),
              },
            ]}
          />
        )}
      </div>
      {act?.kind === 'add' ? <HolidayForm holiday={null} taken={holidays.map(({ date }) => date)} onKeep={(holiday) => put(holiday)} onClose={() => setAct(null)} /> : null}
      {act?.kind === 'edit' ? <HolidayForm holiday={act.holiday} taken={holidays.map(({ date }) => date).filter((date) => date !== act.holiday.date)} onKeep={(holiday) => put(holiday, act.holiday.date)} onClose={() => setAct(null)} /> : null}
      {act?.kind === 'public' ? (
        <PublicHolidays
          taken={holidays.map(({ date }) => date)}
          today={today}
          onAdd={(added) => {
            onChange([...holidays, ...added].sort((one, other) => (one.date < other.date ? -1 : 1)));
            setAct(null);
          }}
          onClose={() => setAct(null)}
        />
      ) : null}
    </section>
  );
}
