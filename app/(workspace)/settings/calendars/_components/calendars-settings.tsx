'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CalendarView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { Table } from '@/lib/ui/table';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { useNameOf } from '../../_logic/use-name-of';
import { NewCalendar } from './new-calendar';
import { OpenNow } from './open-now';

/** Opening hours, and whether each service is open now. */
export function CalendarsSettings() {
  const t = useTranslations('settings.calendars');
  const trpc = useTRPC();
  const nameOf = useNameOf();
  const list = useQuery(trpc.calendars.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const add = <Button variant="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAdding(true)}>{t('add')}</Button>;
  const shown = list.data ?? [];
  const state = ({ calendar, now }: CalendarView) => <OpenNow calendar={calendar} now={now} readAt={list.dataUpdatedAt} />;
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} actions={shown.length > 0 ? add : null} />
      <ListState query={list} />
      {list.data?.length === 0 ? <EmptyState drawing="card" title={t('empty')} actions={add}>{t('emptyText')}</EmptyState> : null}
      {shown.length > 0 ? (
        <div className="mt-6">
          <Table
            caption={t('title')}
            rows={shown}
            rowKey={({ calendar }) => calendar.key}
            rowHeight={52}
            columns={[
              {
                key: 'name', header: t('columns.name'), width: '34%',
                cell: (view) => (
                  <>
                    <Link href={`/settings/calendars/${view.calendar.key}`} className="font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
                      {nameOf(view.calendar)}
                    </Link>
                    <div className="mt-1 md:hidden">{state(view)}</div>
                  </>
                ),
              },
              { key: 'now', header: t('columns.now'), secondary: true, cell: state },
              { key: 'zone', header: t('columns.zone'), secondary: true, width: '24%', cell: ({ calendar }) => <span className="text-ink-2">{calendar.timeZone.replaceAll('_', ' ')}</span> },
            ]}
          />
        </div>
      ) : null}
      {adding ? <NewCalendar onClose={() => setAdding(false)} /> : null}
    </>
  );
}
