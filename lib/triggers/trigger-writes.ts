import { nextRun } from '@/flows/calendars/next-run';
import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';

interface Published {
  workspaceId: string;
  flowId: string;
  versionId: string;
  /** Of the version that is published; none take the flow's triggers away. */
  triggers: readonly CompiledTrigger[];
  now: number;
}

/** What is heard of a flow from now on, to be written in the batch that publishes, archives or restores it. */
export function triggerWrites(prisma: AdminDatabase, { workspaceId, flowId, versionId, triggers, now }: Published) {
  return [
    prisma.flowTrigger.deleteMany({ where: { workspaceId, flowId, triggerId: { notIn: triggers.map(({ id }) => id) } } }),
    ...triggers.map((trigger) => {
      const next = trigger.type === 'schedule' ? nextRun(trigger.when, trigger.timeZone, now) : null;
      const told = {
        versionId,
        event: trigger.type === 'api-event' ? trigger.event : '',
        definition: JSON.stringify(trigger),
        nextAt: next === null ? null : BigInt(next),
        cursor: '',
        count: 0,
        claimedUntil: 0n,
      };
      const key = { workspaceId, flowId, triggerId: trigger.id };
      return prisma.flowTrigger.upsert({ where: { workspaceId_flowId_triggerId: key }, create: { ...key, ...told }, update: told });
    }),
  ];
}
