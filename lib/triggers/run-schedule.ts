import { isOpen } from '@/flows/calendars/is-open';
import { nextRun } from '@/flows/calendars/next-run';
import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { ScheduleTrigger } from '@/flows/document/trigger';
import { workspaceCalendars } from '@/lib/flows/workspace-calendars';
import type { FlowTrigger } from '@/lib/store/prisma/generated/client';
import type { ScheduleDeps } from './create-schedules';
import { matchingContacts } from './matching-contacts';

/** How long a run is one process's, unless it says again that it goes on; then another takes it up where it was. */
const CLAIM_MS = 60_000;
/** A run this much after its time was held up. */
const LATE_MS = 2 * 60_000;

/**
 * One run: the audience, page by page, each contact told once. Every page's place is written after it, so that a
 * process that dies repeats one page at most, and repeats it harmlessly: the event's key is the same.
 */
export async function runSchedule(deps: ScheduleDeps, row: FlowTrigger, stopping: () => boolean): Promise<void> {
  const { workspaceId, flowId, triggerId, versionId, nextAt } = row;
  const trigger = JSON.parse(row.definition) as CompiledTrigger;
  if (trigger.type !== 'schedule' || nextAt === null) return;
  /** As long as it is this run of this version. */
  const mine: Run = { workspaceId, flowId, triggerId, versionId, nextAt };
  const { prisma, clock } = deps;
  const claimed = await prisma.flowTrigger.updateMany({ where: { ...mine, claimedUntil: row.claimedUntil }, data: { claimedUntil: BigInt(clock.now() + CLAIM_MS) } });
  if (claimed.count === 0) return;
  try {
    await run(deps, mine, trigger, row, stopping);
  } finally {
    // Stopped or failed on the way: whoever looks next takes it up where it was. After its end it is another run.
    await prisma.flowTrigger.updateMany({ where: mine, data: { claimedUntil: 0n } });
  }
}

type Run = Pick<FlowTrigger, 'workspaceId' | 'flowId' | 'triggerId' | 'versionId'> & { nextAt: bigint };

async function run({ prisma, runtime, clock, log }: ScheduleDeps, mine: Run, trigger: ScheduleTrigger, row: FlowTrigger, stopping: () => boolean): Promise<void> {
  const { workspaceId, flowId, triggerId, versionId, nextAt } = mine;
  const planned = Number(nextAt);
  let { cursor, count } = row;
  const late = clock.now() - planned;
  const open = await isServiceOpen(trigger);
  for (let more = open; more && count < trigger.audience.most; ) {
    // What is left is taken up at the next start.
    if (stopping()) return;
    const page = await matchingContacts(prisma, { workspaceId, flowId, audience: trigger.audience, after: cursor });
    const chosen = page.matching.slice(0, trigger.audience.most - count);
    const told = await Promise.allSettled(
      chosen.map((conversationId) =>
        runtime.deliver(
          { workspaceId, conversationId },
          {
            key: `schedule:${flowId}:${triggerId}:${planned}`, type: 'flow.triggered', flowId, versionId, triggerId, event: '', input: {},
            ...(late >= LATE_MS && { late }),
          },
        ),
      ),
    );
    const failed = told.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
    count += chosen.length;
    ({ cursor, more } = page);
    const written = await prisma.flowTrigger.updateMany({ where: mine, data: { cursor, count, claimedUntil: BigInt(clock.now() + CLAIM_MS) } });
    // Published anew or archived meanwhile: this run is over.
    if (written.count === 0) return;
  }
  // Late after a stop it runs once, not once for every time that was missed.
  const next = nextRun(trigger.when, trigger.timeZone, Math.max(clock.now(), planned));
  await prisma.flowTrigger.updateMany({
    where: mine,
    data: { nextAt: next === null ? null : BigInt(next), lastAt: nextAt, lastCount: count, cursor: '', count: 0, claimedUntil: 0n },
  });
  log.info({ workspaceId, flowId, triggerId, planned, late, count, open }, 'a schedule ran');

  async function isServiceOpen({ calendar: key }: ScheduleTrigger): Promise<boolean> {
    if (key === null) return true;
    const calendar = (await workspaceCalendars(prisma, workspaceId)).find((each) => each.key === key);
    return calendar !== undefined && isOpen(calendar, clock.now());
  }
}
