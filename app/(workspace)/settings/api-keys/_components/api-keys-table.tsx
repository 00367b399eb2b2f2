'use client';

import { useTranslations } from 'next-intl';
import type { ApiKeyView } from '@/lib/api/view-models';
import { Chip } from '@/lib/ui/chip';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import { RowMenu } from '../../_components/row-menu';

/** One row a key; those that were revoked stay, so that a trace of them can be understood. */
export function ApiKeysTable({ keys, onRevoke }: { keys: readonly ApiKeyView[]; onRevoke: (key: ApiKeyView) => void }) {
  const t = useTranslations('settings.apiKeys');
  return (
    <Table
      caption={t('title')}
      rows={keys}
      rowKey={({ id }) => id}
      rowHeight={52}
      columns={[
        {
          key: 'name', header: t('columns.name'),
          cell: (key) => (
            <div className="min-w-0">
              <p className={key.revokedAt === null ? 'font-strong text-ink [overflow-wrap:anywhere]' : 'text-ink-3 [overflow-wrap:anywhere]'}>
                {key.name}
                {key.revokedAt === null ? null : <Chip tone="outlined" className="ml-2">{t('revoked')}</Chip>}
              </p>
              <p className="font-mono text-xs text-ink-3"><span aria-hidden>…</span><span className="sr-only">{t('endsWith')} </span>{key.lastFour}</p>
              <p className="mt-1 text-xs text-ink-2 md:hidden">{t('columns.used')} · <Used of={key} /></p>
            </div>
          ),
        },
        {
          key: 'created', header: t('columns.created'), secondary: true, width: '28%',
          cell: ({ createdAt, createdBy }) => <span className="text-ink-2"><Time at={createdAt} className="tabular" />{createdBy === null ? null : ` · ${createdBy}`}</span>,
        },
        { key: 'used', header: t('columns.used'), secondary: true, width: '20%', cell: (key) => <Used of={key} /> },
        {
          key: 'acts', header: <span className="sr-only">{t('columns.acts')}</span>, align: 'right', width: '64px',
          cell: (key) => (key.revokedAt === null ? <RowMenu label={t('acts', { name: key.name })} entries={[{ key: 'revoke', label: t('revoke'), danger: true, onSelect: () => onRevoke(key) }]} /> : null),
        },
      ]}
    />
  );
}

function Used({ of: { lastUsedAt } }: { of: ApiKeyView }) {
  const t = useTranslations('settings.apiKeys');
  return lastUsedAt === null ? <span className="text-ink-3">{t('never')}</span> : <Time at={lastUsedAt} className="tabular text-ink-2" />;
}
