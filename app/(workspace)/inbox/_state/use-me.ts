'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/_trpc/provider';
import type { Me } from '@/lib/api/view-models';

export interface MeState {
  me: Me | undefined;
  /** May be offered conversations and answer them; a supervisor only reads. */
  answers: boolean;
}

/** The person in front of the screen. */
export function useMe(): MeState {
  const trpc = useTRPC();
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  return { me, answers: me?.permissions.includes('inbox.answer') ?? false };
}
