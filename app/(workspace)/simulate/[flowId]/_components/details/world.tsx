'use client';

import { useLocale, useTranslations } from 'next-intl';
import { isOpen } from '@/flows/calendars/is-open';
import { pickText } from '@/flows/document/localized-text';
import { STAFFINGS, type Staffing } from '@/flows/simulator/script';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { useSimulator } from '../../_state/simulator-context';
import { ContactFields } from './contact-fields';
import { Section } from './section';

type Hours = 'hours' | 'open' | 'closed';

/** Hours, people, the customer and the articles, as the flow meets them; each can be changed at any moment. */
export function World() {
  const t = useTranslations('simulate.world');
  const locale = useLocale();
  const { state, simulation, calendars, articles, act } = useSimulator();
  return (
    <>
      <Section title={t('title')}>
        <p className="mb-3 text-xs text-ink-3">{t('help')}</p>
        <div className="flex flex-col gap-3">
          {calendars.length === 0 ? <p className="text-sm text-ink-3">{t('noCalendar')}</p> : null}
          {calendars.map((calendar) => (
            <Field key={calendar.key} label={pickText(calendar.name, locale, []) || calendar.key}>
              {(control) => (
                <Select
                  {...control}
                  value={hoursSet(calendar.key)}
                  onValueChange={(value) => act({ set: { calendars: { [calendar.key]: value as Hours } } })}
                  options={[
                    { value: 'hours', label: t(isOpen(calendar, state.now) ? 'hours' : 'hoursClosed') },
                    { value: 'open', label: t('open') },
                    { value: 'closed', label: t('closed') },
                  ]}
                />
              )}
            </Field>
          ))}
          <Field label={t('staffing')}>
            {(control) => (
              <Select {...control} value={state.staffing} onValueChange={(value) => act({ set: { staffing: value as Staffing } })} options={STAFFINGS.map((value) => ({ value, label: t(value) }))} />
            )}
          </Field>
        </div>
      </Section>
      <Section title={t('contact')}><ContactFields /></Section>
      <p className="border-t border-line px-4 py-3.5 text-xs text-ink-3">{t('knowledge', { count: articles })}</p>
    </>
  );

  /** What the last change by hand said of a calendar; its own hours before the first. */
  function hoursSet(key: string): Hours {
    const set = simulation.events.flatMap((event) => ('set' in event ? [event.set.calendars?.[key]] : [])).findLast((value) => value !== undefined);
    const given = set ?? simulation.setting.facts?.calendars?.[key];
    return given === 'open' || given === 'closed' ? given : 'hours';
  }
}
