import type { HandoffRequirement } from '@/flows/compiler/machine-json';
import type { RoutingState } from '@/flows/routing/decide';
import type { Presence } from '@/lib/runtime/runtime-types';
import type { SqlRow } from './sql-value';

const ANYBODY: HandoffRequirement = { skills: [], queue: null, priority: 'normal', mode: 'keep-waiting' };

/**
 * What routing decides on, from rows as arrays.
 * @param agents userId, name, presence, capacity, idleSince, load, skills (JSON text), queues (JSON text)
 * @param waiting id, requirement (JSON text), queueKey, enqueuedAt, offeredTo, declinedBy (JSON text)
 */
export function routingState(agents: readonly SqlRow[], waiting: readonly SqlRow[]): RoutingState {
  const declined = waiting.map((row) => ({ id: row[0] as string, by: JSON.parse(row[5] as string) as string[] }));
  return {
    agents: agents.map((row) => ({
      id: row[0] as string,
      name: row[1] as string,
      presence: row[2] as Presence,
      capacity: row[3] as number,
      idleSince: row[4] as number,
      load: row[5] as number,
      skills: JSON.parse(row[6] as string) as Record<string, number>,
      queues: JSON.parse(row[7] as string) as string[],
      declined: declined.filter(({ by }) => by.includes(row[0] as string)).map(({ id }) => id),
    })),
    waiting: waiting.map((row) => ({
      conversationId: row[0] as string,
      requirement: row[1] === null ? ANYBODY : (JSON.parse(row[1] as string) as HandoffRequirement),
      queue: (row[2] as string | null) ?? '',
      enqueuedAt: row[3] as number,
      offeredTo: row[4] as string | null,
    })),
  };
}
