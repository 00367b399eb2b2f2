'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorCode } from '@/app/_trpc/error-code';
import { useTRPC } from '@/app/_trpc/provider';
import { toast } from '@/lib/ui/toast';
import type { Presence } from '../_logic/view-models';
import { useErrorText } from './use-error-text';

/** Changes one's own availability; shown at once and taken back when the server refuses. */
export function useSetPresence(): (presence: Presence) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const key = trpc.session.me.queryKey();
  const { mutate } = useMutation(
    trpc.presence.set.mutationOptions({
      onMutate: ({ presence }) => queries.setQueryData(key, (me) => me && { ...me, agent: me.agent && { ...me.agent, presence } }),
      onSuccess: (agent) => queries.setQueryData(key, (me) => me && { ...me, agent }),
      onError: (error) => toast(errorText(errorCode(error)), { tone: 'failed' }),
      onSettled: () => queries.invalidateQueries(trpc.session.me.queryFilter()),
    }),
  );
  return (presence) => mutate({ presence });
}
