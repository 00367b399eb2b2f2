'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { StudioError } from '../../../flows/[flowId]/_components/studio-error';
import { StudioSkeleton } from '../../../flows/[flowId]/_components/studio-skeleton';
import { useSurroundings } from '../../_run/use-surroundings';
import { TestsLayout } from './tests-layout';

/** Opens a flow's tests with all they are run on: its draft, or a published version chosen instead. */
export function FlowTests({ flowId }: { flowId: string }) {
  const trpc = useTRPC();
  const [number, setNumber] = useState<number | null>(null);
  const flow = useQuery(trpc.flows.get.queryOptions({ id: flowId }));
  const tests = useQuery(trpc.tests.ofFlow.queryOptions({ flowId }));
  const references = useQuery(trpc.workspace.references.queryOptions());
  const version = useQuery(trpc.flows.version.queryOptions({ id: flowId, number: number ?? 1 }, { enabled: number !== null, staleTime: Infinity }));
  const { env, failed: bare } = useSurroundings();
  const failed = [flow, tests, references, version].find(({ isError, data }) => isError && !data) ?? bare;
  if (failed) return <StudioError code={errorCode(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!flow.data || !tests.data || !references.data) return <StudioSkeleton />;
  const published = number === null ? null : (version.data ?? null);
  return (
    <TestsLayout
      flow={flow.data}
      played={published ? { document: published.document, key: `v${published.number}`, number: published.number } : { document: flow.data.document, key: `r${flow.data.revision}`, number: null }}
      tests={tests.data}
      references={references.data}
      env={env}
      chosen={number}
      onChoose={setNumber}
    />
  );
}
