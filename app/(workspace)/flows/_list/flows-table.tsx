'use client';

import { Circle, CircleDashed } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '@/lib/i18n/format';
import { Avatar } from '@/lib/ui/avatar';
import { Chip } from '@/lib/ui/chip';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import type { FlowCard } from '@/lib/api/view-models';
import { FlowActs } from './flow-acts';
import { FlowName } from './flow-name';
import { FlowThumbnail } from './flow-thumbnail';
import { useFlowActs } from './use-flow-acts';

/** One row a flow: what it is, whether customers meet it, how many are in it now, who changed it last. */
export function FlowsTable({ flows, archived, mayEdit }: { flows: readonly FlowCard[]; archived: boolean; mayEdit: boolean }) {
  const t = useTranslations('flows');
  const locale = useLocale();
  const { rename } = useFlowActs();
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <Table
      caption={t('title')}
      rows={flows}
      rowKey={(flow) => flow.id}
      rowHeight={72}
      columns={[
        { key: 'name', header: t('columns.name'), cell: (flow) => (
          <Name flow={flow}>
            <FlowName flow={flow} opens={!archived} renaming={renaming === flow.id} onRename={(name) => rename(flow, name)} onStopRenaming={() => setRenaming(null)} />
          </Name>
        ) },
        { key: 'state', header: t('columns.state'), secondary: true, width: '22%', cell: (flow) => <State flow={flow} /> },
        {
          key: 'active', header: t('columns.active'), secondary: true, align: 'right', width: '10%',
          cell: (flow) => <span className={flow.activeConversations > 0 ? 'font-medium' : 'text-ink-3'}>{formatNumber(flow.activeConversations, locale)}</span>,
        },
        { key: 'changed', header: t('columns.changed'), secondary: true, width: '18%', cell: (flow) => <Changed flow={flow} /> },
        { key: 'acts', header: <span className="sr-only">{t('columns.acts')}</span>, align: 'right', width: '56px', cell: (flow) => <FlowActs flow={flow} archived={archived} mayEdit={mayEdit} onRename={() => setRenaming(flow.id)} /> },
      ]}
    />
  );
}

function Name({ flow, children }: { flow: FlowCard; children: ReactNode }) {
  const t = useTranslations('flows');
  return (
    <div className="flex items-center gap-4">
      <FlowThumbnail shape={flow.thumbnail} />
      <div className="min-w-0 flex-1">
        {children}
        <p className="mt-0.5 text-xs text-ink-3">{[t('steps', { count: flow.nodeCount }), ...flow.connections].join(' · ')}</p>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 md:hidden">
          <State flow={flow} />
          <span className="tabular text-xs text-ink-2">{t('active', { count: flow.activeConversations })}</span>
        </div>
      </div>
    </div>
  );
}

function State({ flow }: { flow: FlowCard }) {
  const t = useTranslations('flows');
  if (!flow.published) {
    return (
      <span className="inline-flex items-center gap-2 text-ink-2">
        <CircleDashed aria-hidden size={10} strokeWidth={2.5} className="text-ink-3" />
        {t('state.draft')}
      </span>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Circle aria-hidden size={8} className="fill-accent stroke-none" />
      <span className="font-medium text-ink">{t('state.published')}</span>
      <span className="tabular text-ink-3">{t('state.version', { number: flow.published.number })}</span>
      {flow.changedSincePublish ? <Chip tone="outlined">{t('state.changed')}</Chip> : null}
    </span>
  );
}

function Changed({ flow }: { flow: FlowCard }) {
  const t = useTranslations('flows');
  return (
    <span className="inline-flex items-center gap-2 text-ink-2">
      {flow.updatedBy ? <Avatar name={flow.updatedBy.name} size={24} label={t('by', { name: flow.updatedBy.name })} /> : null}
      <Time at={flow.updatedAt} className="tabular" />
    </span>
  );
}
