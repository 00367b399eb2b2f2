'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronRight, MessageSquareDashed } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { FlowCard } from '@/lib/api/view-models';
import { buttonStyle } from '@/lib/ui/button-style';
import { Chip } from '@/lib/ui/chip';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { PageBody } from '../../../_shell/page-body';
import { PageHeader } from '../../../_shell/page-header';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { FlowThumbnail } from '../../flows/_list/flow-thumbnail';
import { FlowsSkeleton } from '../../flows/_list/flows-skeleton';
import { lastSimulated } from './last-simulated';

/** The flows, each to be simulated. Goes straight to the one of last time unless the person is `choosing`. */
export function FlowChoice({ choosing }: { choosing: boolean }) {
  const t = useTranslations('simulate');
  const trpc = useTRPC();
  const router = useRouter();
  const flows = useQuery(trpc.flows.list.queryOptions());
  const [last] = useState(() => (typeof window === 'undefined' ? null : lastSimulated()));
  const again = !choosing && flows.data?.some(({ id }) => id === last) ? last : null;
  useEffect(() => {
    if (again !== null) router.replace(`/simulate/${again}`);
  }, [again, router]);

  return (
    <PageBody>
      <PageHeader title={t('choose.title')} summary={t('choose.text')} />
      {flows.isError && !flows.data ? <ErrorMessage className="mt-6" code={errorCode(flows.error)} onRetry={() => void flows.refetch()} /> : null}
      {flows.isPending || again !== null ? (
        <>
          <FlowsSkeleton />
          <SlowNotice onRetry={() => void flows.refetch()} />
        </>
      ) : null}
      {flows.data?.length === 0 ? (
        <div className="mt-6 rounded-lg border border-line bg-surface py-10">
          <EmptyState drawing="card" title={t('choose.empty')} actions={<Link href="/flows" className={buttonStyle()}>{t('choose.emptyAction')}</Link>}>
            {t('choose.emptyText')}
          </EmptyState>
        </div>
      ) : null}
      {flows.data && flows.data.length > 0 && again === null ? (
        <ul aria-label={t('choose.label')} className="mt-6 overflow-hidden rounded-lg border border-line bg-surface">
          {flows.data.map((flow) => <Row key={flow.id} flow={flow} last={flow.id === last} />)}
        </ul>
      ) : null}
    </PageBody>
  );
}

function Row({ flow, last }: { flow: FlowCard; last: boolean }) {
  const t = useTranslations('simulate');
  const flows = useTranslations('flows');
  return (
    <li className="relative flex min-h-18 items-center gap-4 border-t border-line px-4 py-3 first:border-t-0 hover:bg-sunken md:px-5">
      <FlowThumbnail shape={flow.thumbnail} />
      <div className="min-w-0 flex-1">
        <Link href={`/simulate/${flow.id}`} className="text-md font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
          {flow.name}
        </Link>
        <p className="tabular mt-0.5 text-xs text-ink-3">{flows('steps', { count: flow.nodeCount })}</p>
      </div>
      {last ? <Chip tone="outlined" icon={<MessageSquareDashed aria-hidden size={12} strokeWidth={2} />} className="max-sm:hidden">{t('choose.last')}</Chip> : null}
      <ChevronRight aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" />
    </li>
  );
}
