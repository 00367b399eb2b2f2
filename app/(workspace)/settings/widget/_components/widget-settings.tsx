'use client';

import { useQuery } from '@tanstack/react-query';
import { Circle, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { WidgetView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { Table } from '@/lib/ui/table';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { NewWidget } from './new-widget';

/** The chats on the workspace's sites. */
export function WidgetSettings() {
  const t = useTranslations('settings.widget');
  const trpc = useTRPC();
  const list = useQuery(trpc.widget.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const { connections = [], flows = [] } = list.data ?? {};
  const add = <Button variant="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAdding(true)}>{t('add')}</Button>;
  const flowOf = ({ flowId }: WidgetView): string => flows.find(({ id }) => id === flowId)?.name ?? t('noFlow');
  const state = ({ settings }: WidgetView) => (
    <span className="inline-flex items-center gap-2">
      <Circle aria-hidden size={8} strokeWidth={3} className={settings.enabled ? 'fill-accent stroke-none' : 'fill-none stroke-ink-3'} />
      <span className={settings.enabled ? 'font-medium text-ink' : 'text-ink-2'}>{t(settings.enabled ? 'on' : 'off')}</span>
    </span>
  );
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} actions={connections.length > 0 ? add : null} />
      <ListState query={list} />
      {list.data && connections.length === 0 ? <EmptyState drawing="card" title={t('empty')} actions={add}>{t('emptyText')}</EmptyState> : null}
      {connections.length > 0 ? (
        <div className="mt-6">
          <Table
            caption={t('title')}
            rows={connections}
            rowKey={({ id }) => id}
            rowHeight={52}
            columns={[
              {
                key: 'name', header: t('columns.name'), width: '32%',
                cell: (chat) => (
                  <>
                    <Link href={`/settings/widget/${chat.id}`} className="font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">{chat.name}</Link>
                    <div className="mt-1 space-y-1 text-xs text-ink-2 md:hidden">
                      <p>{flowOf(chat)}</p>
                      {state(chat)}
                    </div>
                  </>
                ),
              },
              { key: 'flow', header: t('columns.flow'), secondary: true, cell: (chat) => <span className="text-ink-2">{flowOf(chat)}</span> },
              { key: 'state', header: t('columns.state'), secondary: true, width: '16%', cell: state },
              { key: 'sites', header: t('columns.sites'), secondary: true, width: '16%', cell: ({ settings }) => <span className="text-ink-2">{settings.sites.length === 0 ? t('everySite') : t('sites', { count: settings.sites.length })}</span> },
            ]}
          />
        </div>
      ) : null}
      {adding ? <NewWidget flows={flows} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
