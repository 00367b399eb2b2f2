'use client';

import { useTranslations } from 'next-intl';
import type { SecretView } from '@/lib/api/view-models';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import { RowMenu } from '../../_components/row-menu';

export interface SecretsTableProps {
  secrets: readonly SecretView[];
  onAct: (act: 'edit' | 'delete', secret: SecretView) => void;
}

/** As requests write it. */
function calledIn({ key }: SecretView): string {
  return `secrets.${key}`;
}

/** One row a secret: what it is called in requests, and who changed it last. */
export function SecretsTable({ secrets, onAct }: SecretsTableProps) {
  const t = useTranslations('settings.secrets');
  const changed = ({ updatedAt, updatedBy }: SecretView) => (
    <span className="text-ink-2"><Time at={updatedAt} />{updatedBy === '' ? null : ` · ${updatedBy}`}</span>
  );
  return (
    <Table
      caption={t('title')}
      rows={secrets}
      rowKey={({ key }) => key}
      rowHeight={52}
      columns={[
        {
          key: 'name', header: t('columns.name'), width: '55%',
          cell: (secret) => (
            <>
              <span className="block font-strong text-ink [overflow-wrap:anywhere]">{secret.name}</span>
              <span className="block font-mono text-2xs text-ink-3">{calledIn(secret)}</span>
              <p className="mt-1 text-xs md:hidden">{changed(secret)}</p>
            </>
          ),
        },
        { key: 'changed', header: t('columns.changed'), secondary: true, cell: changed },
        {
          key: 'acts', header: <span className="sr-only">{t('columns.acts')}</span>, align: 'right', width: '64px',
          cell: (secret) => (
            <RowMenu
              label={t('acts', { name: secret.name })}
              entries={[
                { key: 'edit', label: t('edit'), onSelect: () => onAct('edit', secret) },
                { kind: 'separator', key: 'line' },
                { key: 'delete', label: t('delete'), danger: true, onSelect: () => onAct('delete', secret) },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
