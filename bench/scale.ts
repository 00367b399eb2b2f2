import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Runtime } from '@/lib/runtime/runtime-types';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore, type Store } from '@/lib/store/open-store';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { startPostgres } from '@/lib/store/testing/postgres-server';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { inRounds, load, median, middleRatio } from './compare-rounds';
import { filledId, fillStatements } from './fill';
import { document, runtimeOver, SCRIPT } from './recorded-turns';

/** What a turn and a claim cost when there are a thousand times more conversations, and late in a long one; on both databases. */
const FEW = 1_000;
const MANY = Number(process.env['BENCH_CONVERSATIONS'] ?? 1_000_000);
const LONG = Number(process.env['BENCH_LONG'] ?? 10_000);
const ROUNDS = 9;
const TURNS = 200;
const CLAIMS = 100;

interface Filled {
  store: Store;
  runtime: Runtime;
  conversations: number;
  close(): Promise<void>;
}

async function filled(database: string, conversations: number, run: (statements: readonly string[]) => Promise<void> | void, analyse: string): Promise<Filled> {
  const store = openStore(database);
  await seedWorkspace(store.admin, 'one', { document });
  await run([...fillStatements(conversations), analyse]);
  const runtime = runtimeOver(store.turns);
  return {
    store, runtime, conversations,
    async close() {
      await runtime.stop();
      await store.close();
    },
  };
}

function onFile(folder: string, conversations: number): Promise<Filled> {
  const file = join(folder, `${conversations}.db`);
  migrateDatabase(file, 'prisma/migrations', 0);
  return filled(file, conversations, (statements) => {
    const db = openDatabase(file, { role: 'write' });
    for (const statement of statements) db.exec(statement);
    db.close();
  }, 'ANALYZE');
}

function onPostgres(url: string, conversations: number): Promise<Filled> {
  return filled(url, conversations, async (statements) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }, 'VACUUM ANALYZE');
}

/** Milliseconds of one piece of work, the middle of so many. */
type Cost = (times: number, work: (n: number) => Promise<unknown>) => Promise<number>;

/** Of this process; where the database is in it, that is all there is. */
const cpu: Cost = async (times, work) => {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) await work(n);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
};

/** By the clock; a server's own time cannot be had otherwise. */
const waited: Cost = async (times, work) => {
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    await work(n);
    took.push(performance.now() - from);
  }
  return median(took);
};

let said = 0;
const say = ({ runtime }: Filled, conversation: number, n: number): Promise<unknown> =>
  runtime.deliver({ workspaceId: 'one', conversationId: filledId(conversation) }, { key: `k${(said += 1)}`, type: 'customer.message', text: SCRIPT[n % SCRIPT.length] ?? '' });

/** Turns in conversations spread over all of them, a new one for every script. */
function turns(of: Filled, cost: Cost): () => Promise<number> {
  let script = 0;
  return () => cost(TURNS, (n) => {
    if (n % SCRIPT.length === 0) script += 1;
    return say(of, (script * 7919) % of.conversations, n);
  });
}

/** What a process asks when it looks for work. */
function claims({ store }: Filled, cost: Cost): () => Promise<number> {
  return () => cost(CLAIMS, async () => {
    const now = Date.now();
    await store.turns.undrained(50);
    await store.turns.dueTimers(now, 50);
    await store.turns.nextTimerAt();
    await store.turns.claimOutbox(now, 50);
    await store.turns.nextOutboxAt();
  });
}

/** Turns from the tenth on of a new conversation each time, and of one that has had `LONG`. */
async function early(of: Filled, cost: Cost, conversation: number): Promise<number> {
  for (let n = 0; n < 10; n += 1) await say(of, conversation, n);
  return cost(40, (n) => say(of, conversation, 10 + n));
}

async function measure(name: string, few: Filled, many: Filled, cost: Cost): Promise<void> {
  const long = FEW - 1;
  for (let n = 0; n < LONG; n += 50) await Promise.all(Array.from({ length: 50 }, (_, at) => say(few, long, n + at)));
  let fresh = FEW - 1;
  const rounds = await inRounds(
    {
      'turns few': turns(few, cost),
      'turns many': turns(many, cost),
      'claims few': claims(few, cost),
      'claims many': claims(many, cost),
      early: () => early(few, cost, (fresh -= 1)),
      late: () => cost(40, (n) => say(few, long, LONG + n)),
    },
    ROUNDS,
  );
  const line = (what: string, reference: readonly number[], value: readonly number[]): void =>
    console.log(`| ${name} | ${what} | ${median(reference).toFixed(3)} | ${median(value).toFixed(3)} | ${middleRatio(value, reference).toFixed(2)} |`);
  const [less, more] = [FEW.toLocaleString('en'), MANY.toLocaleString('en')];
  line(`a turn with ${less}, with ${more} conversations`, rounds['turns few'], rounds['turns many']);
  line(`a claim with ${less}, with ${more} conversations`, rounds['claims few'], rounds['claims many']);
  line(`a turn after the 10th, after the ${LONG.toLocaleString('en')}th of one conversation`, rounds.early, rounds.late);
}

const folder = mkdtempSync(join(tmpdir(), 'relais-scale-'));
const postgres = await startPostgres('prisma/postgres/migrations');
try {
  const began = load();
  console.log(
    `## Scale\n\nMilliseconds: on SQLite of CPU, on PostgreSQL by the clock. Figures and ratios are medians of ${ROUNDS} alternating rounds; synchronous=FULL, fsync. ` +
      'A claim is what a process asks when it looks for work: accepted events, due timers, the outbox, and when to look again. Nine in ten conversations are closed; every tenth has a timer far ahead, another tenth an effect that has left.\n',
  );
  console.log('| | | reference | | ratio |\n|---|---|---|---|---|');
  for (const [name, open, cost] of [
    ['SQLite', (count: number) => onFile(folder, count), cpu],
    ['PostgreSQL', async (count: number) => onPostgres(await postgres.migrated(), count), waited],
  ] as const) {
    const [few, many] = [await open(FEW), await open(MANY)];
    try {
      await measure(name, few, many, cost);
    } finally {
      await few.close();
      await many.close();
    }
  }
  console.log(`\nLoad average ${began} before, ${load()} after.`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
