'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../_trpc/context';
import type { FlowDoor } from './flow-doors';

const READING: readonly FlowDoor[] = ['edit', 'versions'];
const TESTING: readonly FlowDoor[] = ['edit', 'simulate', 'tests', 'versions'];

/** Which sides of a flow this person may enter. */
export function useOpenDoors(): readonly FlowDoor[] {
  const { data } = useQuery(useTRPC().session.me.queryOptions());
  return data?.permissions.includes('flows.test') ? TESTING : READING;
}
