'use client';

import { useQueries } from '@tanstack/react-query';
import type { TestedFlow } from '@/lib/api/view-models';
import { useTRPC } from '../../../_trpc/provider';
import type { Suite } from '../_run/use-runs';

/** The drafts of the flows that have tests, with these; null until all are here. `version` changes with any of them. */
export function useSuites(flows: readonly TestedFlow[] | undefined) {
  const trpc = useTRPC();
  const tested = (flows ?? []).filter(({ tests }) => tests > 0);
  const drafts = useQueries({ queries: tested.map(({ flowId }) => trpc.flows.get.queryOptions({ id: flowId })) });
  const tests = useQueries({ queries: tested.map(({ flowId }) => trpc.tests.ofFlow.queryOptions({ flowId })) });
  const pairs = tested.map(({ flowId }, index) => ({ flowId, draft: drafts[index]?.data, kept: tests[index]?.data }));
  const complete = flows !== undefined && pairs.every(({ draft, kept }) => draft && kept);
  const suites = complete ? new Map<string, Suite>(pairs.flatMap(({ flowId, draft, kept }) => (draft && kept ? [[flowId, { document: draft.document, tests: kept }] as const] : []))) : null;
  return {
    suites,
    version: pairs.map(({ flowId, draft, kept }) => `${flowId}:${draft?.revision ?? ''}:${kept?.map(({ id, updatedAt }) => `${id}@${updatedAt}`).join() ?? ''}`).join(';'),
    failed: [...drafts, ...tests].find(({ isError, data }) => isError && !data),
  };
}
