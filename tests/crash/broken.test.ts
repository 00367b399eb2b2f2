import { beforeAll, describe, expect, it } from 'vitest';
import type { Broken } from './broken';
import { buildChild } from './build-child';
import { runCrash } from './harness/run-crash';
import { sqliteDatabase } from './harness/sqlite-database';
import { reportOf } from './report';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const SEEDS = Array.from({ length: Number(process.env.RELAIS_BROKEN_SEEDS ?? 1) }, (_, at) => SEED + at);

/** What is planted, and what it must be found by. */
const MISTAKES: [broken: Broken, rule: string, what: RegExp][] = [
  ['outbox-outside', 'nothing lost', /does not leave in its place/],
  ['unstable-ids', 'no doubles', /under two keys/],
  ['receipt-early', 'nothing lost', /acknowledged and not there/],
];

/** The same harness around a program with a mistake: a checker that finds none would be worth nothing. */
describe(`a mistake planted in the runtime (seed ${SEED}; RELAIS_SEED repeats it)`, () => {
  let program: string;
  beforeAll(async () => {
    program = await buildChild('tests/crash/runtime-child.ts');
  });

  describe.each(MISTAKES)('%s', (broken, rule, what) => {
    it.each(SEEDS)('is found (seed %i)', async (seed) => {
      const database = sqliteDatabase();
      try {
        const run = await runCrash({ seed, kills: 5, conversations: 60, turns: 3, pace: 500, database, program, processes: 1, broken });
        console.log(reportOf(`planted ${broken}, seed ${seed}`, run));
        expect(run.problems.filter((problem) => problem.rule === rule && what.test(problem.what))).not.toEqual([]);
      } finally {
        await database.remove();
      }
    }, 300_000);
  });
});
