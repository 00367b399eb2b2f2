import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { cloneConversation } from './clone';
import { at, load } from './compare-rounds';
import { document, RECORDED, runtimeOver, say, SCRIPT } from './recorded-turns';

/** Timers that all fall due at the same moment, each waking a conversation of the library flow, while customers go on writing. */
const COUNTS = (process.env['BENCH_TIMERS'] ?? '10000,100000').split(',').map(Number);
/** Customers who write now and then: so many messages a second altogether, for a moment before and for as long as timers fire. */
const PER_SECOND = 40;
const QUIET_MS = 10_000;

interface Fired {
  count: number;
  seconds: number;
  quiet: number[];
  meanwhile: number[];
  longest: number;
}

async function fire(count: number): Promise<Fired> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-timers-'));
  const file = join(folder, 'relais.db');
  migrateDatabase(file, 'prisma/migrations', 0);
  const store = openStore(file);
  const runtime = runtimeOver(store.turns);
  try {
    await seedWorkspace(store.admin, 'one', { document });
    const open = (id: string): Promise<unknown> =>
      store.turns.openConversation({ workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' }, { profileId: `p-${id}`, identityId: `i-${id}`, conversationId: id }, 0);
    await open(RECORDED);
    await runtime.deliver({ workspaceId: 'one', conversationId: RECORDED }, say(0));
    const customers = Array.from({ length: 2_000 }, (_, n) => `customer-${n}`);
    for (const id of customers) await open(id);
    const db = openDatabase(file, { role: 'write' });
    cloneConversation(db, RECORDED, count);
    const waiting = (): number => (db.prepare('SELECT count(*) AS "count" FROM "Timer" WHERE "fireAt" = 1').get() as { count: number }).count;
    const left = db.prepare('SELECT 1 FROM "Timer" WHERE "fireAt" = 1 LIMIT 1');

    let said = 0;
    const writing = new Set<Promise<unknown>>();
    const write = (latencies: number[]) => setInterval(() => {
      const n = (said += 1);
      const from = performance.now();
      const turn = runtime
        .deliver({ workspaceId: 'one', conversationId: customers[n % customers.length] ?? '' }, { key: `c${n}`, type: 'customer.message', text: SCRIPT[0] ?? '' })
        .then(() => void latencies.push(performance.now() - from));
      writing.add(turn);
      void turn.then(() => writing.delete(turn));
    }, 1000 / PER_SECOND);

    const quiet: number[] = [];
    const before = write(quiet);
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    clearInterval(before);
    await Promise.all(writing);

    db.exec(`UPDATE "Timer" SET "fireAt" = 1 WHERE "conversationId" LIKE '${RECORDED}-%'`);
    if (waiting() !== count) throw new Error(`${waiting()} timers where ${count} were set`);
    const meanwhile: number[] = [];
    const during = write(meanwhile);
    const from = performance.now();
    await runtime.start();
    while (left.get() !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    const seconds = (performance.now() - from) / 1000;
    clearInterval(during);
    await Promise.all(writing);
    const { heard } = db.prepare(`SELECT count(*) AS "heard" FROM "InboundEvent" WHERE "type" = 'timer.due' AND "processedAt" IS NOT NULL AND "quarantinedAt" IS NULL`).get() as { heard: number };
    if (heard !== count) throw new Error(`${heard} timers were heard where ${count} were due`);
    db.close();
    for (const list of [quiet, meanwhile]) list.sort((a, b) => a - b);
    return { count, seconds, quiet, meanwhile, longest: meanwhile.at(-1) ?? 0 };
  } finally {
    await runtime.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const began = load();
console.log(`## Timers\n\nTimers of as many conversations, due at the same moment (SQLite, synchronous=FULL), while customers write ${PER_SECOND} messages a second to the same runtime.\n`);
console.log('| timers due | seconds | timers/s | customers\' p50 ms | p99 ms | quiet p99 ms | slowest ms |\n|---|---|---|---|---|---|---|');
const results: Fired[] = [];
for (const count of COUNTS) {
  const result = await fire(count);
  results.push(result);
  const cells = [count.toLocaleString('en'), result.seconds.toFixed(1), Math.round(count / result.seconds), at(result.meanwhile, 0.5).toFixed(1), at(result.meanwhile, 0.99).toFixed(1), at(result.quiet, 0.99).toFixed(1), result.longest.toFixed(0)];
  console.log(`| ${cells.join(' | ')} |`);
}
const [few, many] = results;
if (few && many) console.log(`\nTen times the timers took ${(many.seconds / few.seconds).toFixed(1)} times as long. Load average ${began} before, ${load()} after.`);
