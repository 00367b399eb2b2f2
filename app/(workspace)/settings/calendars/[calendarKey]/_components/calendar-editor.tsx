'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Calendar } from '@/flows/calendars/calendar';
import type { CalendarView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { toast } from '@/lib/ui/toast';
import { PageHeader } from '../../../../../_shell/page-header';
import { useWarnUnsaved } from '../../../../../_shell/use-warn-unsaved';
import { errorCode } from '../../../../../_trpc/error-code';
import { useTRPC } from '../../../../../_trpc/provider';
import { NameFields } from '../../../_components/name-fields';
import { SaveState } from '../../../_components/save-state';
import { noName } from '../../../_logic/no-name';
import { useNameOf } from '../../../_logic/use-name-of';
import { weekOf, type WeekDraft } from '../../../_logic/week';
import { OpenNow } from '../../_components/open-now';
import { ZoneSelect } from '../../_components/zone-select';
import { DeleteCalendar } from './delete-calendar';
import { Holidays } from './holidays';
import { WeekEditor } from './week-editor';

/** Everything a calendar says. Saved as a whole: half a change of hours would be a wrong answer to a customer. */
export function CalendarEditor({ view, readAt, onReadAgain }: { view: CalendarView; readAt: number; onReadAgain: () => void }) {
  const t = useTranslations('settings.calendars');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const nameOf = useNameOf();
  // What is on the server, as far as this page knows: changes are made on top of it.
  const [{ calendar, updatedAt }, setBase] = useState({ calendar: view.calendar, updatedAt: view.updatedAt });
  const [name, setName] = useState<Record<string, string>>(calendar.name);
  const [timeZone, setTimeZone] = useState(calendar.timeZone);
  const [week, setWeek] = useState<WeekDraft>(calendar.spans);
  const [holidays, setHolidays] = useState<Calendar['holidays']>(calendar.holidays);
  const [checked, setChecked] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const spans = weekOf(week);
  const draft: Calendar = { key: calendar.key, name: written(name), timeZone, spans: spans ?? calendar.spans, holidays };
  const unsaved = spans === null || JSON.stringify(draft) !== JSON.stringify({ ...calendar, name: written(calendar.name) });
  const save = useMutation(trpc.calendars.save.mutationOptions({
    onSuccess(saved, { calendar: written }) {
      setBase({ calendar: written, updatedAt: saved.updatedAt });
      setWeek(written.spans);
      toast(t('saved', { calendar: nameOf(written) }));
      void client.invalidateQueries(trpc.calendars.pathFilter());
      void client.invalidateQueries(trpc.workspace.pathFilter());
    },
  }));
  useWarnUnsaved(unsaved);
  const submit = (): void => {
    setChecked(true);
    if (spans && !noName(name)) save.mutate({ calendar: draft, updatedAt });
  };
  const conflict = save.isError && errorCode(save.error) === 'conflict';

  return (
    <>
      <PageHeader
        title={nameOf(calendar)}
        actions={
          <>
            <SaveState saving={save.isPending} saved={!unsaved} unsaved={unsaved} className="self-center" />
            <Button variant="primary" busy={save.isPending} onClick={submit}>{common('save')}</Button>
          </>
        }
      />
      {save.isError ? <ErrorMessage className="mt-4" code={errorCode(save.error)} {...(conflict && { onRetry: onReadAgain })} /> : null}
      <section aria-labelledby="calendar-now" className="mt-6 rounded-lg border border-line bg-surface px-5 py-4">
        <h2 id="calendar-now" className="text-xs font-label text-ink-3">{t('preview')}</h2>
        <p className="mt-1 text-md"><OpenNow calendar={draft} now={view.now} readAt={readAt} /></p>
        {unsaved ? <p className="mt-1 text-xs text-ink-3">{t('previewUnsaved')}</p> : null}
      </section>
      <div className="mt-6 grid max-w-220 gap-4">
        <NameFields value={name} onChange={setName} missing={checked && noName(name)} />
        <Field label={t('zone')} className="sm:max-w-80">{(control) => <ZoneSelect control={control} value={timeZone} onChange={setTimeZone} />}</Field>
      </div>
      <WeekEditor week={week} onChange={setWeek} />
      <Holidays holidays={holidays} onChange={setHolidays} timeZone={timeZone} now={view.now} />
      <div className="mt-10 border-t border-line pt-5">
        <Button variant="danger" onClick={() => setDeleting(true)}>{t('delete')}</Button>
      </div>
      {deleting ? <DeleteCalendar calendar={calendar} onClose={() => setDeleting(false)} /> : null}
    </>
  );
}

function written(name: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(name).map(([language, text]) => [language, text.trim()]).filter(([, text]) => text !== ''));
}
