'use client';

import { useQuery } from '@tanstack/react-query';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { VersionRow } from '@/lib/api/view-models';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';

/** What is looked at: a version's number, or the draft. */
export type Looked = number | 'draft';

/**
 * The versions of a flow, the one that is looked at and the one before it. An archived flow has no draft, and a flow
 * that was never published has nothing but one.
 */
export function useVersions(flowId: string, wanted: Looked | null) {
  const trpc = useTRPC();
  const versions = useQuery(trpc.flows.versions.queryOptions({ id: flowId }));
  const flow = useQuery(trpc.flows.get.queryOptions({ id: flowId }));
  const archived = flow.isError && errorCode(flow.error) === 'flow-unknown';
  const numbers = versions.data?.map(({ number }) => number) ?? [];
  const looked: Looked = wanted ?? numbers[0] ?? 'draft';
  const before = looked === 'draft' ? numbers[0] : numbers[numbers.indexOf(looked) + 1];
  const ready = versions.isSuccess && (flow.isSuccess || archived);
  const shown = useQuery(trpc.flows.version.queryOptions({ id: flowId, number: looked === 'draft' ? 1 : looked }, { enabled: ready && looked !== 'draft', staleTime: Infinity }));
  const previous = useQuery(trpc.flows.version.queryOptions({ id: flowId, number: before ?? 1 }, { enabled: ready && before !== undefined, staleTime: Infinity }));
  const failed = [versions, shown, previous, ...(archived ? [] : [flow])].find(({ isError }) => isError);
  const document: FlowDocument | undefined = looked === 'draft' ? flow.data?.document : shown.data?.document;
  return {
    rows: versions.data as VersionRow[] | undefined,
    draft: flow.data,
    archived,
    looked,
    document,
    previous: before === undefined ? null : { number: before, document: previous.data?.document },
    settled: ready && document !== undefined && (before === undefined || previous.isSuccess),
    failed,
  };
}
