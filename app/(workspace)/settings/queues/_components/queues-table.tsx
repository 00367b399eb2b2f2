'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { QueuesView } from '@/lib/api/view-models';
import { Chip } from '@/lib/ui/chip';
import { Table } from '@/lib/ui/table';
import { RowMenu } from '../../_components/row-menu';
import { useNameOf } from '../../_logic/use-name-of';

type Queue = QueuesView['queues'][number];

export interface QueuesTableProps extends QueuesView {
  onAct: (act: 'edit' | 'default' | 'delete', queue: Queue) => void;
}

/** One row a queue: who takes from it, and how many wait in it. */
export function QueuesTable({ queues, agents, onAct }: QueuesTableProps) {
  const t = useTranslations('settings.queues');
  const nameOf = useNameOf();
  const members = (queue: Queue) =>
    queue.members.length === 0 ? (
      <span className="inline-flex items-start gap-1.5 text-caution"><TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-0.5 shrink-0" />{t('nobody')}</span>
    ) : (
      <span className="text-ink-2">{agents.filter(({ id }) => queue.members.includes(id)).map(({ name }) => name).join(', ')}</span>
    );
  return (
    <Table
      caption={t('title')}
      rows={queues}
      rowKey={({ key }) => key}
      rowHeight={52}
      columns={[
        {
          key: 'name', header: t('columns.name'), width: '30%',
          cell: (queue) => (
            <>
              <span className="inline-flex flex-wrap items-center gap-2">
                <span className="font-strong text-ink [overflow-wrap:anywhere]">{nameOf(queue)}</span>
                {queue.isDefault ? <Chip tone="accent">{t('default')}</Chip> : null}
              </span>
              <div className="mt-1 space-y-1 text-xs md:hidden">
                <p>{members(queue)}</p>
                <p className="text-ink-3">{t('waiting', { count: queue.waiting })}</p>
              </div>
            </>
          ),
        },
        { key: 'members', header: t('columns.members'), secondary: true, cell: members },
        { key: 'waiting', header: t('columns.waiting'), secondary: true, align: 'right', width: '14%', cell: ({ waiting }) => <span className={waiting > 0 ? 'font-medium text-ink' : 'text-ink-3'}>{waiting}</span> },
        {
          key: 'acts', header: <span className="sr-only">{t('columns.acts')}</span>, align: 'right', width: '64px',
          cell: (queue) => (
            <RowMenu
              label={t('acts', { queue: nameOf(queue) })}
              entries={[
                { key: 'edit', label: t('edit'), onSelect: () => onAct('edit', queue) },
                ...(queue.isDefault ? [] : [{ key: 'default', label: t('makeDefault'), onSelect: () => onAct('default', queue) }]),
                { kind: 'separator', key: 'line' },
                { key: 'delete', label: t('delete'), danger: true, onSelect: () => onAct('delete', queue) },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
