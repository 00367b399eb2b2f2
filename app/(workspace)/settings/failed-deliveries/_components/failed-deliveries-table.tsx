'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/app/_trpc/provider';
import type { FailedDeliveryRow } from '@/lib/api/view-models';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import { useChannelName } from '../../../inbox/_state/use-channel-name';
import { RowMenu } from '../../_components/row-menu';
import type { DeliveryAct } from './delivery-act-dialog';

/** One row a delivery: what, to whom, how often it was tried and what it failed on last. */
export function FailedDeliveriesTable({ deliveries, onAct }: { deliveries: readonly FailedDeliveryRow[]; onAct: (act: DeliveryAct, delivery: FailedDeliveryRow) => void }) {
  const t = useTranslations('settings.failedDeliveries');
  const channelName = useChannelName();
  const trpc = useTRPC();
  const me = useQuery(trpc.session.me.queryOptions());
  const reads = me.data?.permissions.includes('inbox.read') ?? false;
  const who = ({ customer, channel, conversationId }: FailedDeliveryRow) => {
    const name = customer ?? t('nameless');
    return <>{reads ? <Link className="text-accent underline underline-offset-2" href={`/inbox/${encodeURIComponent(conversationId)}`}>{name}</Link> : name} · {channelName(channel)}</>;
  };
  const error = ({ error: said, attempts }: FailedDeliveryRow) => (
    <>
      <span className="block text-ink-2 [overflow-wrap:anywhere]">{said === '' ? t('noError') : said}</span>
      <span className="tabular block text-xs text-ink-3">{t('attempts', { count: attempts })}</span>
    </>
  );
  return (
    <Table
      caption={t('title')}
      rows={deliveries}
      rowKey={({ id }) => id}
      rowHeight={72}
      columns={[
        {
          key: 'what', header: t('columns.what'),
          cell: (delivery) => (
            <div className="min-w-0">
              <p className="line-clamp-2 font-strong text-ink [overflow-wrap:anywhere]">{delivery.text ?? delivery.kind}</p>
              <p className="mt-0.5 text-xs text-ink-3 [overflow-wrap:anywhere]">{who(delivery)}</p>
              {delivery.old ? <p className="mt-1 text-xs text-caution">{t('old')}</p> : null}
              <div className="mt-1.5 text-xs md:hidden">{error(delivery)}<Time at={delivery.at} className="tabular text-ink-3" /></div>
            </div>
          ),
        },
        { key: 'error', header: t('columns.error'), secondary: true, width: '32%', cell: error },
        { key: 'when', header: t('columns.when'), secondary: true, width: '14%', align: 'right', cell: ({ at }) => <Time at={at} className="tabular text-ink-2" /> },
        {
          key: 'acts', header: <span className="sr-only">{t('columns.acts')}</span>, align: 'right', width: '64px',
          cell: (delivery) => (
            <RowMenu
              label={t('acts', { what: (delivery.text ?? delivery.kind).slice(0, 60) })}
              entries={[
                ...(delivery.old ? [] : [{ key: 'retry', label: t('retry'), onSelect: () => onAct('retry', delivery) }]),
                { key: 'discard', label: t('discard'), danger: true, onSelect: () => onAct('discard', delivery) },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
