import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChild } from './build-child';
import type { CrashDatabase } from './harness/crash-database';
import { postgresDatabase } from './harness/postgres-database';
import { runCrash, type CrashReport, type CrashRun } from './harness/run-crash';
import { sqliteDatabase } from './harness/sqlite-database';
import { reportOf, tableOf } from './report';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const KILLS = Number(process.env.RELAIS_KILLS ?? 3);
const CONVERSATIONS = Number(process.env.RELAIS_CONVERSATIONS ?? 60);

type World = Pick<CrashRun, 'processes' | 'struck'> & { open(): CrashDatabase | Promise<CrashDatabase> };

/** One line for each world that conversations may live in. */
const WORLDS: [name: string, world: World][] = [
  ['SQLite, one process', { processes: 1, open: sqliteDatabase }],
  ['PostgreSQL, two processes', { processes: 2, open: postgresDatabase }],
  // A minute of its own.
  ...(process.env.RELAIS_LONG === undefined ? [] : ([['PostgreSQL itself, under two processes', { processes: 2, struck: 'database', open: postgresDatabase }]] satisfies [string, World][])),
];

describe(`processes killed at random (seed ${SEED}, ${KILLS} kills; RELAIS_SEED and RELAIS_KILLS repeat it)`, () => {
  let program: string;
  const runs: [name: string, run: CrashReport][] = [];
  beforeAll(async () => {
    program = await buildChild('tests/crash/runtime-child.ts');
  });
  afterAll(() => console.log(tableOf(`seed ${SEED}`, runs)));

  it.each(WORLDS)('lose nothing, double nothing and keep order, voice and timers: %s', async (name, { open, ...world }) => {
    const database = await open();
    try {
      const run = await runCrash({ seed: SEED, kills: KILLS, conversations: CONVERSATIONS, turns: 5, pace: 600, database, program, ...world });
      runs.push([name, run]);
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
