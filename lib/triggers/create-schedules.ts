import type { Clock } from '@/lib/clock';
import type { Log } from '@/lib/log';
import type { Runtime } from '@/lib/runtime/runtime-types';
import { createWakeUp } from '@/lib/runtime/wake-up';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { runSchedule } from './run-schedule';

export interface ScheduleDeps {
  prisma: AdminDatabase;
  runtime: Pick<Runtime, 'deliver'>;
  clock: Clock;
  log: Pick<Log, 'error' | 'info'>;
}

export interface Schedules {
  /** A flow's schedules have changed. */
  expect(): void;
  start(): void;
  stop(): Promise<void>;
}

/** Schedules run side by side at most; the others wait for the next pass. */
const BATCH = 20;

/** Runs schedules when they are due. The table is the truth: what was due while nothing ran is run late, and once. */
export function createSchedules(deps: ScheduleDeps): Schedules {
  const { prisma, clock, log } = deps;
  let stopping = false;
  const wake = createWakeUp(clock, pass, (err) => {
    if (!stopping) log.error({ err, loop: 'schedules' }, 'a pass failed and will be repeated');
  });

  async function pass(): Promise<number | null> {
    const now = BigInt(clock.now());
    const due = await prisma.flowTrigger.findMany({ where: { nextAt: { lte: now }, claimedUntil: { lt: now } }, orderBy: { nextAt: 'asc' }, take: BATCH });
    const results = await Promise.allSettled(due.map((row) => runSchedule(deps, row, () => stopping)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    const { _min: next } = await prisma.flowTrigger.aggregate({ _min: { nextAt: true }, where: { claimedUntil: { lt: BigInt(clock.now()) } } });
    return next.nextAt === null ? null : Number(next.nextAt);
  }

  return {
    expect: () => wake.expect(clock.now()),
    start() {
      stopping = false;
      wake.start();
    },
    async stop() {
      stopping = true;
      await wake.stop();
    },
  };
}
