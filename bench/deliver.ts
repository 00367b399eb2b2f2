import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { systemClock } from '@/lib/clock';
import { createRuntime } from '@/lib/runtime/create-runtime';
import { migrateDatabase } from '@/lib/store/migrate';
import { openStore } from '@/lib/store/open-store';
import { openDatabase, type SqliteDatabase } from '@/lib/store/sqlite/open-database';
import { createSqliteTurnStore } from '@/lib/store/sqlite/sqlite-turn-store';
import { createWriteLane } from '@/lib/store/sqlite/write-lane';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { median } from './compare-rounds';

/**
 * deliver() on a real file with synchronous=FULL, against the very statements it runs, recorded and replayed on the
 * bare driver with nothing around them: no flow, no JSON, no receipts.
 */
const SCRIPT = ['hello', 'refund', 'something nobody wrote', '2'];
const CONVERSATIONS = 512;
const ROUNDS = 5;
const RECORDED = 'recorded-conversation-id';

interface Call {
  sql: string;
  values: unknown[];
  how: 'run' | 'get' | 'all';
}
interface Round {
  perSecond: number;
  cpuMs: number;
  p50: number;
  p99: number;
}

const document = JSON.parse(readFileSync('flows/library/customer-service.flow.json', 'utf8')) as FlowDocument;
const say = (turn: number) => ({ key: `m${turn}`, type: 'customer.message' as const, text: SCRIPT[turn] ?? '' });
const turns = CONVERSATIONS * SCRIPT.length;

/** A migrated file with a published flow and conversations that nobody has written in yet. */
async function withDatabase<T>(ids: readonly string[], use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  try {
    const file = join(folder, 'relais.db');
    migrateDatabase(file, 'prisma/migrations', 0);
    const store = openStore(file);
    await seedWorkspace(store.admin, 'one', { document });
    await Promise.all(
      ids.map((id) =>
        store.turns.openConversation(
          { workspaceId: 'one', connectionId: 'one-connection', externalId: id, language: 'en' },
          { profileId: `p-${id}`, identityId: `i-${id}`, conversationId: id },
          0,
        ),
      ),
    );
    await store.close();
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `conversation-${String(i).padStart(12, '0')}`);

function runtimeOn(write: SqliteDatabase, read: SqliteDatabase) {
  return createRuntime({
    store: createSqliteTurnStore(createWriteLane(write), write, read),
    clock: systemClock,
    registry: defaultRegistry,
    log: pino({ level: 'silent' }),
    onCommitted: () => undefined,
  });
}

/** The statements of each turn of one conversation, in order, with their values. */
async function record(): Promise<Call[][]> {
  return withDatabase([RECORDED], async (file) => {
    const write = openDatabase(file, { role: 'write' });
    const read = openDatabase(file, { role: 'read' });
    let calls: Call[] = [];
    const prepare = write.prepare.bind(write);
    write.prepare = ((sql: string) => {
      const statement = prepare(sql);
      for (const how of ['run', 'get', 'all'] as const) {
        const original = statement[how].bind(statement) as (values: unknown[]) => unknown;
        statement[how] = ((values: unknown[]) => {
          calls.push({ sql, values: [...values], how });
          return original(values);
        }) as never;
      }
      return statement;
    }) as typeof write.prepare;
    const runtime = runtimeOn(write, read);
    const recorded: Call[][] = [];
    for (const turn of SCRIPT.keys()) {
      calls = [];
      await runtime.deliver({ workspaceId: 'one', conversationId: RECORDED }, say(turn));
      recorded.push(calls);
    }
    write.close();
    read.close();
    return recorded;
  });
}

async function measured(work: (latencies: number[]) => Promise<void> | void): Promise<Round> {
  globalThis.gc?.();
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work(latencies);
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return { perSecond: latencies.length / seconds, cpuMs: (user + system) / 1000 / latencies.length, p50: at(0.5), p99: at(0.99) };
}

function delivering(concurrency: number, conversations: number): () => Promise<Round> {
  const ids = idsOf(conversations);
  return () =>
    withDatabase(ids, async (file) => {
      const write = openDatabase(file, { role: 'write' });
      const read = openDatabase(file, { role: 'read' });
      const runtime = runtimeOn(write, read);
      const waiting = [...ids];
      const round = await measured(async (latencies) => {
        await Promise.all(
          Array.from({ length: concurrency }, async () => {
            for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
              for (const turn of SCRIPT.keys()) {
                const from = performance.now();
                await runtime.deliver({ workspaceId: 'one', conversationId: id }, say(turn));
                latencies.push(performance.now() - from);
              }
            }
          }),
        );
      });
      await runtime.stop();
      write.close();
      read.close();
      return round;
    });
}

/** Replays the recorded statements: `group` turns in one transaction. */
function bare(recorded: readonly Call[][], group: number, conversations: number): () => Promise<Round> {
  const ids = idsOf(conversations);
  return () =>
    withDatabase(ids, async (file) => {
      const db = openDatabase(file, { role: 'write' });
      const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
      for (const { sql } of recorded.flat()) {
        const statement = statements.get(sql) ?? db.prepare(sql);
        if (statement.reader) statement.raw(true);
        statements.set(sql, statement);
      }
      const work = ids.flatMap((id) =>
        recorded.map((calls) =>
          calls.map(({ sql, values, how }) => {
            const mine = values.map((value) => (typeof value === 'string' ? value.replaceAll(RECORDED, id) : value));
            return { statement: statements.get(sql), values: mine, how };
          }),
        ),
      );
      // Turns of one conversation come after each other, but never side by side in one group, as in deliver().
      const order = SCRIPT.flatMap((_, turn) => ids.map((_, index) => work[index * SCRIPT.length + turn] ?? []));
      const round = await measured((latencies) => {
        for (let i = 0; i < order.length; i += group) {
          const from = performance.now();
          db.exec('BEGIN IMMEDIATE');
          for (const calls of order.slice(i, i + group)) {
            for (const { statement, values, how } of calls) statement?.[how](values);
          }
          db.exec('COMMIT');
          const took = performance.now() - from;
          for (let n = 0; n < Math.min(group, order.length - i); n += 1) latencies.push(took);
        }
      });
      db.close();
      return round;
    });
}

const recorded = await record();
const SMALL = CONVERSATIONS / 8;
const programs: Record<string, () => Promise<Round>> = {
  'bare SQL, one commit each': bare(recorded, 1, CONVERSATIONS),
  'bare SQL, 64 per commit': bare(recorded, 64, CONVERSATIONS),
  'deliver(), 64 concurrent': delivering(64, CONVERSATIONS),
  'deliver(), 16 concurrent': delivering(16, CONVERSATIONS),
  'deliver(), 1 at a time': delivering(1, SMALL),
};
const rounds = new Map<string, Round[]>(Object.keys(programs).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, play] of Object.entries(programs)) {
    const result = await play();
    if (round > 0) rounds.get(name)?.push(result); // the first warms up
  }
}

const middle = (name: string, of: keyof Round): number => median((rounds.get(name) ?? []).map((round) => round[of]));
const reference = 'bare SQL, one commit each';
const statements = recorded.map((calls) => calls.length).join(', ');
console.log(
  `## deliver()\n\n${CONVERSATIONS} conversations of ${SCRIPT.length} messages (${turns} turns) on a new file, WAL, synchronous=FULL, library flow; median of ${ROUNDS} alternating rounds. ` +
    `The reference replays the statements deliver() runs (${statements} per turn) on the bare driver.\n`,
);
console.log('| | turns per second | ratio to reference | CPU-ms per turn | p50 ms | p99 ms |\n|---|---|---|---|---|---|');
for (const name of rounds.keys()) {
  console.log(
    `| ${name} | ${Math.round(middle(name, 'perSecond')).toLocaleString('en')} | ${(middle(name, 'perSecond') / middle(reference, 'perSecond')).toFixed(2)} | ${middle(name, 'cpuMs').toFixed(3)} | ${middle(name, 'p50').toFixed(2)} | ${middle(name, 'p99').toFixed(2)} |`,
  );
}
