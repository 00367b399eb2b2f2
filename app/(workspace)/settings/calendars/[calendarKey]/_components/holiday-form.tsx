'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import type { Calendar } from '@/flows/calendars/calendar';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { NameFields } from '../../../_components/name-fields';
import type { SpanDraft } from '../../../_logic/span-faults';
import { spansOf } from '../../../_logic/week';
import { SpansField } from './spans-field';

type Holiday = Calendar['holidays'][number];

/** One day with hours of its own, or closed. Kept with the calendar, which is saved as a whole. */
export function HolidayForm({ holiday, taken, onKeep, onClose }: { holiday: Holiday | null; taken: readonly string[]; onKeep: (holiday: Holiday) => void; onClose: () => void }) {
  const t = useTranslations('settings.calendars');
  const common = useTranslations('common');
  const formId = useId();
  const [date, setDate] = useState(holiday?.date ?? '');
  const [name, setName] = useState<Record<string, string>>(holiday?.name ?? {});
  const [spans, setSpans] = useState<SpanDraft[]>(holiday?.spans ?? []);
  const [checked, setChecked] = useState(false);
  const fault = date === '' ? 'dateFault' : taken.includes(date) ? 'dateTaken' : null;
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    const hours = spansOf(spans);
    const written = Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== ''));
    if (!fault && hours) onKeep({ date, name: written, spans: hours });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      width="520px"
      title={t('holidayTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">{t('keep')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={keep} className="space-y-4">
        <Field label={t('date')} error={checked && fault ? t(fault) : null} required className="sm:max-w-52">
          {(control) => <TextInput {...control} type="date" value={date} onChange={(event) => setDate(event.target.value)} />}
        </Field>
        <NameFields value={name} onChange={setName} missing={false} />
        <fieldset>
          <legend className="mb-1.5 text-xs font-label text-ink-2">{t('hours')}</legend>
          <SpansField day={t('holidayColumns.date')} spans={spans} onChange={setSpans} />
        </fieldset>
      </form>
    </Dialog>
  );
}
