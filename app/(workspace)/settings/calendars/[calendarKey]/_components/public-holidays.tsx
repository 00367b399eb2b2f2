'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Calendar } from '@/flows/calendars/calendar';
import { pickText } from '@/flows/document/localized-text';
import { formatDate } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { errorCode } from '../../../../../_trpc/error-code';
import { useTRPC } from '../../../../../_trpc/provider';
import { useLanguages } from '../../../_logic/use-languages';

const REGIONS = ['FR', 'BE', 'LU', 'CH', 'CA', 'CA-QC'] as const;
type Region = (typeof REGIONS)[number];

/** Takes a country's public holidays of a year over into the calendar. */
export function PublicHolidays({ taken, today, onAdd, onClose }: { taken: readonly string[]; today: string; onAdd: (holidays: Calendar['holidays']) => void; onClose: () => void }) {
  const t = useTranslations('settings.calendars');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const locale = useLocale();
  const languages = useLanguages();
  const thisYear = Number(today.slice(0, 4));
  const [region, setRegion] = useState<Region>('FR');
  const [year, setYear] = useState(Number(today.slice(5, 7)) > 10 ? thisYear + 1 : thisYear);
  const days = useQuery(trpc.calendars.publicHolidays.queryOptions({ region, year }, { staleTime: Infinity }));
  const added = (days.data ?? []).filter(({ date }) => !taken.includes(date) && date >= today);
  const countries = new Intl.DisplayNames([locale], { type: 'region' });
  const nameOf = (code: Region): string => (code === 'CA-QC' ? t('quebec') : (countries.of(code) ?? code));
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      width="520px"
      title={t('publicTitle')}
      description={t('publicHelp')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          {added.length > 0 ? <Button variant="primary" onClick={() => onAdd(added)}>{t('publicSubmit', { count: added.length })}</Button> : null}
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('region')}>{(control) => <Select {...control} value={region} onValueChange={(next) => setRegion(next as Region)} options={REGIONS.map((code) => ({ value: code, label: nameOf(code) }))} />}</Field>
        <Field label={t('year')}>{(control) => <Select {...control} value={String(year)} onValueChange={(next) => setYear(Number(next))} options={[0, 1, 2].map((ahead) => ({ value: String(thisYear + ahead), label: String(thisYear + ahead) }))} />}</Field>
      </div>
      {days.isError ? <ErrorMessage className="mt-4" code={errorCode(days.error)} onRetry={() => void days.refetch()} /> : null}
      {days.data && added.length === 0 ? <p className="mt-4 text-sm text-ink-2">{t('publicNone')}</p> : null}
      <ul className="mt-4 space-y-1 text-sm">
        {added.map(({ date, name }) => (
          <li key={date} className="flex flex-wrap justify-between gap-x-4">
            <span className="text-ink">{pickText(name, locale, languages)}</span>
            <span className="text-ink-2">{formatDate(date, locale)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
