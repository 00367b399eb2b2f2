import { describe, expect, it } from 'vitest';
import type { Broken } from './broken';
import { buildChild } from './build-child';
import { postgresDatabase } from './harness/postgres-database';
import { runCrash } from './harness/run-crash';
import { sqliteDatabase } from './harness/sqlite-database';
import { CHANGES } from './planted-changes';
import { reportOf } from './report';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const SEEDS = Array.from({ length: Number(process.env.RELAIS_BROKEN_SEEDS ?? 1) }, (_, at) => SEED + at);

const FILE = { processes: 1, open: sqliteDatabase, kills: 5 };
/** Two processes are enough of an accident. */
const SERVER = { processes: 2, open: postgresDatabase, kills: 0 };

/** Some mistakes leave what never ends. */
const PATIENCE_MS = 20_000;

/** What is planted, against which guarantee, and what it must be found by. Those that no kill shows are in refused-and-poisoned.test.ts. */
const MISTAKES: [broken: Broken, guarantee: number, rule: string, what: RegExp, world: typeof FILE | typeof SERVER][] = [
  ['receipt-early', 1, 'nothing lost', /acknowledged and not there/, FILE],
  ['outbox-outside', 1, 'nothing lost', /does not leave in its place/, FILE],
  ['no-version', 2, 'no gaps', /the conversation says|stands in place/, SERVER],
  ['any-message-next', 2, 'order', /the customer got effect/, FILE],
  ['unstable-ids', 3, 'no doubles', /under two keys/, FILE],
  ['unknown-keys', 3, 'no doubles', /was sent by nobody/, FILE],
  ['no-epoch', 4, 'one voice', /after an agent had accepted/, FILE],
  ['no-generation', 5, 'timers fire once', /was not running/, FILE],
  ['timer-first', 5, 'timers fire once', /runs and was lost/, FILE],
];

/** The same harness around a program with a mistake: a checker that finds none would be worth nothing. */
describe.each(MISTAKES)(`the mistake “%s”, planted against guarantee %i (seed ${SEED}; RELAIS_SEED repeats it)`, (broken, _guarantee, rule, what, { processes, open, kills }) => {
  it.each(SEEDS)('is found (seed %i)', async (seed) => {
    const program = await buildChild('tests/crash/runtime-child.ts', CHANGES[broken]);
    const database = await open();
    try {
      const run = await runCrash({ seed, kills, conversations: 60, turns: 3, pace: 500, database, program, processes, broken, patience: PATIENCE_MS });
      console.log(reportOf(`planted ${broken}, seed ${seed}`, run));
      expect(run.problems.filter((problem) => problem.rule === rule && what.test(problem.what))).not.toEqual([]);
    } finally {
      await database.remove();
    }
  }, 300_000);
});
