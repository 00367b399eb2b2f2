import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { defaultRegistry } from '@/flows/nodes/registry';
import { systemClock } from '@/lib/clock';
import { createRuntime } from '@/lib/runtime/create-runtime';
import type { Runtime } from '@/lib/runtime/runtime-types';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore, type Store } from '@/lib/store/open-store';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { median } from './compare-rounds';
import { document, SCRIPT } from './recorded-turns';

/** What a turn and a claim cost when there are a thousand times more conversations, and late in a long one. */
const FEW = 1_000;
const MANY = Number(process.env['BENCH_CONVERSATIONS'] ?? 1_000_000);
const LONG = 10_000;
const ROUNDS = 7;
const TURNS = 400;
const CLAIMS = 200;
const idOf = (n: number): string => `conversation-${String(n).padStart(9, '0')}`;

interface Filled {
  store: Store;
  runtime: Runtime;
  conversations: number;
  remove(): Promise<void>;
}

/** A file with that many conversations, nine in ten of them closed long ago, written by plain SQL. */
async function filled(conversations: number): Promise<Filled> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-scale-'));
  const file = join(folder, 'relais.db');
  migrateDatabase(file, 'prisma/migrations', 0);
  const store = openStore(file);
  await seedWorkspace(store.admin, 'one', { document });
  const db = openDatabase(file, { role: 'write' });
  const profile = db.prepare(`INSERT INTO "Profile" ("workspaceId", "id", "createdAt", "updatedAt") VALUES ('one', ?, 0, 0)`);
  const identity = db.prepare(`INSERT INTO "Identity" ("workspaceId", "id", "profileId", "connectionId", "externalId", "createdAt") VALUES ('one', ?, ?, 'one-connection', ?, 0)`);
  const conversation = db.prepare(
    `INSERT INTO "Conversation" ("workspaceId", "id", "connectionId", "identityId", "profileId", "language", "owner", "createdAt", "updatedAt") VALUES ('one', ?, 'one-connection', ?, ?, 'en', ?, 0, 0)`,
  );
  for (let from = 0; from < conversations; from += 50_000) {
    db.exec('BEGIN IMMEDIATE');
    for (let n = from; n < Math.min(conversations, from + 50_000); n += 1) {
      const id = idOf(n);
      profile.run([`p${id}`]);
      identity.run([`i${id}`, `p${id}`, id]);
      conversation.run([id, `i${id}`, `p${id}`, n % 10 === 0 ? 'bot' : 'closed']);
    }
    db.exec('COMMIT');
  }
  db.exec('ANALYZE');
  db.close();
  const runtime = createRuntime({ store: store.turns, clock: systemClock, registry: defaultRegistry, log: pino({ level: 'silent' }), onCommitted: () => undefined });
  return {
    store, runtime, conversations,
    async remove() {
      await runtime.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function cpuMs(times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let n = 0; n < times; n += 1) await work(n);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** Turns in conversations spread over all of them, a new one for every script. */
function turns({ runtime, conversations }: Filled, round: number): Promise<number> {
  return cpuMs(TURNS, (n) => {
    const at = Math.floor(((round * TURNS + n) / SCRIPT.length) * 7919) % conversations;
    return runtime.deliver({ workspaceId: 'one', conversationId: idOf(at) }, { key: `r${round}.${n}`, type: 'customer.message', text: SCRIPT[n % SCRIPT.length] ?? '' });
  });
}

/** What a process asks when it looks for work. */
async function claims({ store }: Filled): Promise<number> {
  const now = Date.now();
  return cpuMs(CLAIMS, async () => {
    await store.turns.undrained(50);
    await store.turns.dueTimers(now, 50);
    await store.turns.claimOutbox(now, 50);
  });
}

/** Turns of one conversation that already has that many. */
async function late({ runtime }: Filled, conversation: number, already: number): Promise<number> {
  const key = { workspaceId: 'one', conversationId: idOf(conversation) };
  const say = (n: number) => runtime.deliver(key, { key: `t${n}`, type: 'customer.message', text: SCRIPT[n % SCRIPT.length] ?? '' });
  for (let n = 0; n < already; n += 50) await Promise.all(Array.from({ length: Math.min(50, already - n) }, (_, at) => say(n + at)));
  return cpuMs(TURNS / 2, (n) => say(already + n));
}

const few = await filled(FEW);
const many = await filled(MANY);
try {
  const measured = { 'turns few': [] as number[], 'turns many': [] as number[], 'claims few': [] as number[], 'claims many': [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const results = { 'turns few': await turns(few, round), 'turns many': await turns(many, round), 'claims few': await claims(few), 'claims many': await claims(many) };
    if (round > 0) for (const [name, value] of Object.entries(results)) measured[name as keyof typeof measured].push(value);
  }
  const early: number[] = [];
  const lates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    early.push(await late(few, FEW - 1 - 2 * round, 10));
    lates.push(await late(few, FEW - 2 - 2 * round, LONG));
  }
  console.log(`## Scale\n\nCPU-ms, median of ${ROUNDS} alternating rounds; one file, synchronous=FULL. A claim is what a process asks when it looks for work: accepted events, due timers, outbox.\n`);
  console.log('| | reference | | ratio |\n|---|---|---|---|');
  const line = (name: string, reference: readonly number[], value: readonly number[]): void =>
    console.log(`| ${name} | ${median(reference).toFixed(3)} | ${median(value).toFixed(3)} | ${(median(value) / median(reference)).toFixed(2)} |`);
  line(`a turn with ${FEW.toLocaleString('en')}, with ${MANY.toLocaleString('en')} conversations`, measured['turns few'], measured['turns many']);
  line(`a claim with ${FEW.toLocaleString('en')}, with ${MANY.toLocaleString('en')} conversations`, measured['claims few'], measured['claims many']);
  line(`a turn at the 10th, at the ${LONG.toLocaleString('en')}th of one conversation`, early, lates);
} finally {
  await few.remove();
  await many.remove();
}
