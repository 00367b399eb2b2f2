'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '@/lib/ui/empty-state';
import { Segmented } from '@/lib/ui/segmented';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { FailedTurnsTable } from './failed-turns-table';

type State = 'open' | 'settled';

/** Turns that a flow failed on: what is open, and what was dealt with. */
export function FailedTurns() {
  const t = useTranslations('settings.failedTurns');
  const trpc = useTRPC();
  const [state, setState] = useState<State>('open');
  const list = useQuery(trpc.operations.failedTurns.queryOptions({ state }));
  const { turns, open = 0 } = list.data ?? {};
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} />
      <div className="mt-6 mb-3">
        <Segmented
          label={t('filter')}
          value={state}
          onValueChange={setState}
          options={[{ value: 'open', label: t('open', { count: open }) }, { value: 'settled', label: t('settled') }]}
        />
      </div>
      <ListState query={list} />
      {turns?.length === 0 ? (
        <div className="rounded-lg border border-line bg-surface py-10">
          <EmptyState drawing="track" title={t(state === 'open' ? 'empty.open' : 'empty.settled')}>{t(state === 'open' ? 'empty.openText' : 'empty.settledText')}</EmptyState>
        </div>
      ) : null}
      {turns && turns.length > 0 ? <FailedTurnsTable turns={turns} /> : null}
    </>
  );
}
