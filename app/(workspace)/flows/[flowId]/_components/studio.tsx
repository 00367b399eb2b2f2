'use client';

import { useQuery } from '@tanstack/react-query';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { StudioEditor } from './studio-editor';
import { StudioError } from './studio-error';
import { StudioSkeleton } from './studio-skeleton';

/** Opens a flow: its draft, what the person may do, and the workspace's skills and queues. */
export function Studio({ flowId }: { flowId: string }) {
  const trpc = useTRPC();
  // What the editor starts from is always the newest draft, and never changes under its hands.
  const flow = useQuery(trpc.flows.get.queryOptions({ id: flowId }, { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false }));
  const me = useQuery(trpc.session.me.queryOptions());
  const references = useQuery(trpc.workspace.references.queryOptions());
  const failed = [flow, me, references].find(({ isError }) => isError);
  if (failed) return <StudioError code={errorCode(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!flow.data || !me.data || !references.data) return <StudioSkeleton />;
  return <StudioEditor flow={flow.data} references={references.data} permissions={me.data.permissions} userId={me.data.user.id} />;
}
