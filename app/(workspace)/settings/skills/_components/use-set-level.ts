'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../../_trpc/provider';

export interface SetLevel {
  set: (userId: string, key: string, level: number) => void;
  isPending: boolean;
  isSuccess: boolean;
  isError: boolean;
  error: unknown;
}

/** Sets a level: shown at once, put back when the server refuses. */
export function useSetLevel(): SetLevel {
  const trpc = useTRPC();
  const client = useQueryClient();
  const place = trpc.skills.matrix.queryKey();
  const mutation = useMutation(trpc.skills.setLevel.mutationOptions({
    // One after the other: the last one typed wins.
    scope: { id: 'skill-levels' },
    onMutate: async ({ userId, key, level }) => {
      await client.cancelQueries({ queryKey: place });
      client.setQueryData(place, (matrix) =>
        matrix && { ...matrix, agents: matrix.agents.map((agent) => (agent.id === userId ? { ...agent, levels: withLevel(agent.levels, key, level) } : agent)) });
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey: trpc.skills.setLevel.mutationKey() }) === 1) void client.invalidateQueries(trpc.skills.pathFilter());
    },
  }));
  const { isPending, isSuccess, isError, error, mutate } = mutation;
  return { set: (userId, key, level) => mutate({ userId, key, level }), isPending, isSuccess, isError, error };
}

function withLevel(levels: Readonly<Record<string, number>>, key: string, level: number): Record<string, number> {
  const others = Object.fromEntries(Object.entries(levels).filter(([held]) => held !== key));
  return level === 0 ? others : { ...others, [key]: level };
}
