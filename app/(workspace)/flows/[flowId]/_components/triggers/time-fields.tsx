'use client';

import { useTranslations } from 'next-intl';
import type { ScheduleTime } from '@/flows/document/trigger';
import { WEEKDAYS } from '@/flows/calendars/calendar';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { BoundedNumber } from './bounded-number';
import { useTriggerForm } from './trigger-context';

/** The parts of a schedule's time that its kind has. */
export function TimeFields({ when, onChange }: { when: ScheduleTime; onChange: (when: ScheduleTime) => void }) {
  const t = useTranslations('studio.triggers');
  const { readOnly, seal, errorAt } = useTriggerForm();
  if (when.every === 'interval') {
    return <BoundedNumber label={t('minutes')} help={t('minutesHelp')} minimum={15} maximum={10_080} value={when.minutes} onChange={(minutes) => onChange({ ...when, minutes })} />;
  }
  return (
    <>
      {when.every === 'week' && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="text-xs font-label text-ink-2">{t('days')}</legend>
          <div className="mt-1.5 flex flex-wrap gap-1">
            {WEEKDAYS.map((day) => {
              const chosen = when.days.includes(day);
              const rest = when.days.filter((each) => each !== day);
              return (
                <button
                  key={day}
                  type="button"
                  aria-pressed={chosen}
                  aria-label={t(`weekdays.${day}`)}
                  // The last one stays: a week without a day never comes.
                  disabled={readOnly || (chosen && rest.length === 0)}
                  onClick={() => onChange({ ...when, days: chosen ? rest : WEEKDAYS.filter((each) => each === day || when.days.includes(each)) })}
                  className={`min-h-7 min-w-9 rounded-md border px-1.5 text-xs pointer-coarse:min-h-11 ${chosen ? 'border-accent bg-accent-tint font-strong text-accent-ink' : 'border-line-control text-ink-2 hover:bg-sunken'}`}
                >
                  {t(`weekdaysShort.${day}`)}
                </button>
              );
            })}
          </div>
        </fieldset>
      )}
      {when.every === 'month' && <BoundedNumber label={t('dayOfMonth')} help={t('dayOfMonthHelp')} minimum={1} maximum={31} value={when.day} onChange={(day) => onChange({ ...when, day })} />}
      {when.every === 'once' && (
        <Field label={t('date')} error={errorAt('when', 'date')}>
          {(control) => <TextInput {...control} type="date" className="max-w-44" readOnly={readOnly} value={when.date} onBlur={seal} onChange={({ target }) => onChange({ ...when, date: target.value })} />}
        </Field>
      )}
      <Field label={t('at')}>
        {(control) => (
          <TextInput
            {...control}
            type="time"
            className="tabular max-w-32"
            readOnly={readOnly}
            value={when.at}
            onBlur={seal}
            onChange={({ target }) => {
              if (/^\d\d:\d\d$/.test(target.value)) onChange({ ...when, at: target.value });
            }}
          />
        )}
      </Field>
    </>
  );
}
