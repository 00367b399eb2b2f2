'use client';

import { useTranslations } from 'next-intl';
import type { ScheduleTime, ScheduleTrigger } from '@/flows/document/trigger';
import { ZONE_NAMES } from '@/flows/expressions/zone';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { useStudio } from '../../_editor/use-studio';
import { timeOfKind } from '../../_form/new-trigger';
import { AudienceFields } from './audience-fields';
import { NextRuns } from './next-runs';
import { TimeFields } from './time-fields';
import { useTriggerForm } from './trigger-context';

const KINDS = ['day', 'week', 'month', 'interval', 'once'] as const;
/** No key of a calendar: keys begin with a letter or a digit. */
const ANY = '-';

/** When it runs, by which clock, and with whom. */
export function ScheduleForm({ trigger }: { trigger: ScheduleTrigger }) {
  const t = useTranslations('studio.triggers');
  const { change, readOnly, errorAt } = useTriggerForm();
  const { references, nameOf } = useStudio();
  const { when, timeZone, calendar } = trigger;
  const zones = ZONE_NAMES.includes(timeZone) ? ZONE_NAMES : [...ZONE_NAMES, timeZone];
  const calendars = references.calendars.map(({ key }) => key);
  const known = calendar === null || calendars.includes(calendar) ? calendars : [...calendars, calendar];
  return (
    <>
      <Field label={t('every')}>
        {(control) => (
          <Select
            {...control}
            value={when.every}
            disabled={readOnly}
            onValueChange={(every) => change({ ...trigger, when: timeOfKind(every as ScheduleTime['every'], when) })}
            options={KINDS.map((value) => ({ value, label: t(`everies.${value}`) }))}
          />
        )}
      </Field>
      <TimeFields when={when} onChange={(next) => change({ ...trigger, when: next })} />
      {when.every === 'interval' ? null : (
        <Field label={t('zone')} error={errorAt('timeZone')}>
          {(control) => (
            <Select {...control} value={timeZone} disabled={readOnly} onValueChange={(zone) => change({ ...trigger, timeZone: zone })} options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
          )}
        </Field>
      )}
      <NextRuns trigger={trigger} />
      <AudienceFields trigger={trigger} />
      <Field label={t('calendar')} help={t('calendarHelp')} error={errorAt('calendar')}>
        {(control) => (
          <Select
            {...control}
            value={calendar ?? ANY}
            disabled={readOnly}
            onValueChange={(key) => change({ ...trigger, calendar: key === ANY ? null : key })}
            options={[{ value: ANY, label: t('anyHour') }, ...known.map((key) => ({ value: key, label: nameOf('calendar', key) }))]}
          />
        )}
      </Field>
    </>
  );
}
