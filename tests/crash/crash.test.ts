import { beforeAll, describe, expect, it } from 'vitest';
import { buildChild } from './build-child';
import type { CrashDatabase } from './harness/crash-database';
import { runCrash } from './harness/run-crash';
import { sqliteDatabase } from './harness/sqlite-database';
import { reportOf } from './report';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const KILLS = Number(process.env.RELAIS_KILLS ?? 3);
const CONVERSATIONS = Number(process.env.RELAIS_CONVERSATIONS ?? 60);

/** One line for each world that conversations may live in. */
const WORLDS: [name: string, processes: number, open: () => CrashDatabase | Promise<CrashDatabase>][] = [['SQLite, one process', 1, sqliteDatabase]];

describe(`processes killed at random (seed ${SEED}, ${KILLS} kills; RELAIS_SEED and RELAIS_KILLS repeat it)`, () => {
  let program: string;
  beforeAll(async () => {
    program = await buildChild('tests/crash/runtime-child.ts');
  });

  it.each(WORLDS)('lose nothing, double nothing and keep order, voice and timers: %s', async (name, processes, open) => {
    const database = await open();
    try {
      const run = await runCrash({ seed: SEED, kills: KILLS, conversations: CONVERSATIONS, turns: 5, pace: 600, database, program, processes });
      console.log(reportOf(`${name}, seed ${SEED}`, run));
      // The first tell enough; the report above counts them all.
      expect(run.problems.slice(0, 5)).toEqual([]);
      expect(run.rested).toBe(true);
      // A run in which nothing happened shows nothing.
      expect(run.kills).toBeGreaterThanOrEqual(KILLS);
      for (const seen of ['duplicates answered', 'acceptances', 'dropped', 'provider repeats', 'provider failures', 'timers fired']) expect(run.summary[seen], seen).toBeGreaterThan(0);
    } finally {
      await database.remove();
    }
  }, 900_000);
});
