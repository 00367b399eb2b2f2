'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '../../../../../_trpc/provider';
import { ListState } from '../../../_components/list-state';
import { BackLink } from '../../../_nav/back-link';
import { CalendarEditor } from './calendar-editor';

/** One calendar, once it is read; what somebody else saves meanwhile does not touch what is being typed. */
export function CalendarPage({ calendarKey }: { calendarKey: string }) {
  const t = useTranslations('settings.calendars');
  const trpc = useTRPC();
  const calendar = useQuery(trpc.calendars.get.queryOptions({ key: calendarKey }, { refetchOnWindowFocus: false, retry: false }));
  const [reads, setReads] = useState(0);
  const readAgain = (): void => void calendar.refetch().then(() => setReads((count) => count + 1));
  return (
    <>
      <BackLink href="/settings/calendars">{t('back')}</BackLink>
      {calendar.data ? (
        <CalendarEditor key={reads} view={calendar.data} readAt={calendar.dataUpdatedAt} onReadAgain={readAgain} />
      ) : (
        <>
          <h1 className="display-2 text-ink">{t('title')}</h1>
          <ListState query={calendar} />
        </>
      )}
    </>
  );
}
