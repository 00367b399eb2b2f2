'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FailedDeliveryRow } from '@/lib/api/view-models';
import { EmptyState } from '@/lib/ui/empty-state';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { DeliveryActDialog, type DeliveryAct } from './delivery-act-dialog';
import { FailedDeliveriesTable } from './failed-deliveries-table';

/** What did not leave and is not tried any more. */
export function FailedDeliveries() {
  const t = useTranslations('settings.failedDeliveries');
  const trpc = useTRPC();
  const list = useQuery(trpc.operations.failedDeliveries.queryOptions());
  const [act, setAct] = useState<{ kind: DeliveryAct; delivery: FailedDeliveryRow } | null>(null);
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} />
      <ListState query={list} />
      {list.data?.length === 0 ? (
        <div className="mt-6 rounded-lg border border-line bg-surface py-10">
          <EmptyState drawing="track" title={t('empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : null}
      {list.data && list.data.length > 0 ? <div className="mt-6"><FailedDeliveriesTable deliveries={list.data} onAct={(kind, delivery) => setAct({ kind, delivery })} /></div> : null}
      {act ? <DeliveryActDialog act={act.kind} delivery={act.delivery} onClose={() => setAct(null)} /> : null}
    </>
  );
}
