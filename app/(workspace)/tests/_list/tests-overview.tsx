'use client';

import { useQuery } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Skeleton } from '@/lib/ui/skeleton';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { PageHeader } from '../../../_shell/page-header';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { countResults } from '../_run/count-results';
import { useRuns } from '../_run/use-runs';
import { useSurroundings } from '../_run/use-surroundings';
import { TestsTable } from './tests-table';
import { useSuites } from './use-suites';

/** Every flow with its tests run on its draft: how many pass, how many fail. */
export function TestsOverview() {
  const t = useTranslations('tests');
  const trpc = useTRPC();
  const list = useQuery(trpc.tests.list.queryOptions());
  const { suites, version, failed: missing } = useSuites(list.data);
  const { env, failed: bare } = useSurroundings();
  const { results, running, again } = useRuns(suites === null ? null : [...suites.values()], env, version);

  const failed = [list, missing, bare].find((query) => query?.isError && !query.data);
  const tests = [...(suites?.values() ?? [])].flatMap((suite) => suite.tests);
  const { passed } = countResults(tests, results);
  const total = (list.data ?? []).reduce((sum, flow) => sum + flow.tests, 0);
  const done = suites !== null && !running && results.size > 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        summary={total === 0 ? null : done ? t('summary', { passed, total: tests.length }) : t('running', { total })}
        actions={total === 0 ? null : <Button variant="primary" busy={running} icon={<Play aria-hidden size={16} strokeWidth={1.75} />} onClick={again}>{t('runAll')}</Button>}
      />
      {failed ? <ErrorMessage className="mt-6" code={errorCode(failed.error)} onRetry={() => void failed.refetch()} /> : null}
      {list.isPending ? (
        <div aria-busy className="mt-6">
          <Skeleton className="h-40 w-full" />
          <SlowNotice onRetry={() => void list.refetch()} />
        </div>
      ) : null}
      {list.data?.length === 0 ? (
        <div className="mt-6 rounded-lg border border-line bg-surface py-10">
          <EmptyState drawing="card" title={t('noFlows.title')}>{t('noFlows.text')}</EmptyState>
        </div>
      ) : null}
      {list.data && list.data.length > 0 ? <div className="mt-6"><TestsTable flows={list.data} suites={suites} results={results} /></div> : null}
    </>
  );
}
