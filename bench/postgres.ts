import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { openPool } from '@/lib/store/postgres/open-pool';
import { createPostgresTurnStore } from '@/lib/store/postgres/postgres-turn-store';
import { openStore } from '@/lib/store/open-store';
import { startPostgres } from '@/lib/store/testing/postgres-server';
import { seedWorkspace } from '@/lib/store/testing/seed-workspace';
import { at, inRounds, load, median, middleRatio } from './compare-rounds';
import { filledId, fillStatements } from './fill';
import type { Played, Task } from './postgres-worker';
import { document, RECORDED, runtimeOver, say, SCRIPT } from './recorded-turns';

/**
 * Turns on PostgreSQL by one worker and by two, against the statement each turn writes, recorded and replayed through
 * `pg` with nothing around it: no reading first, no flow, no JSON.
 */
const CONVERSATIONS = 250;
const CONCURRENT = 16;
const ROUNDS = 7;
const CONNECTIONS = 10;
/** Conversations of one database: each round plays new ones. */
const ALL = CONVERSATIONS * 4 * (ROUNDS + 2);

interface Write {
  name: string;
  text: string;
  values: unknown[];
}
interface Round {
  perSecond: number;
  p50: number;
  p99: number;
  cpuMs: number;
}

const server = await startPostgres('prisma/postgres/migrations');
const url = await server.migrated();
const seeded = openStore(url);
await seedWorkspace(seeded.admin, 'one', { document });
await seeded.close();
const pool = openPool(url, CONNECTIONS);
for (const statement of [...fillStatements(ALL), 'DELETE FROM "Timer"', `UPDATE "Conversation" SET "owner" = 'bot'`, 'VACUUM ANALYZE']) await pool.query(statement);

let used = 0;
const fresh = (count: number): string[] => Array.from({ length: count }, () => filledId(used++));

/** What each turn of one conversation writes; its reading is left out. */
async function recordWrites(id: string): Promise<Write[]> {
  const writes: Write[] = [];
  const recording = openPool(url, 1);
  const query = recording.query.bind(recording) as (config: Write) => unknown;
  recording.query = ((config: Write) => {
    if (config.name.startsWith('turn-')) writes.push({ ...config, values: config.values.map((value) => (typeof value === 'string' ? value.replaceAll(id, RECORDED) : value)) });
    return query(config);
  }) as never;
  const store = createPostgresTurnStore(recording);
  const runtime = runtimeOver(store);
  for (const turn of SCRIPT.keys()) await runtime.deliver({ workspaceId: 'one', conversationId: id }, say(turn));
  await runtime.stop();
  store.close();
  await recording.end();
  return writes;
}

async function bare(writes: readonly Write[]): Promise<Round> {
  const waiting = fresh(CONVERSATIONS);
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const began = Date.now();
  await Promise.all(Array.from({ length: CONCURRENT }, async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const { name, text, values } of writes) {
        const mine = id;
        const from = performance.now();
        await pool.query({ name, text, values: values.map((value) => (typeof value === 'string' ? value.replaceAll(RECORDED, mine) : value)), rowMode: 'array' });
        latencies.push(performance.now() - from);
      }
    }
  }));
  const { user, system } = process.cpuUsage(cpu);
  return roundOf([{ began, ended: Date.now(), cpuMs: (user + system) / 1000, latencies }]);
}

const workers: { child: ChildProcess; play(task: Task): Promise<Played> }[] = [0, 1].map(() => {
  const child = spawn(process.execPath, ['dist/bench/postgres-worker.mjs', url], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers: ((played: Played) => void)[] = [];
  child.once('exit', (code) => {
    if (answers.length > 0) throw new Error(`a worker ended with ${code}`);
  });
  createInterface({ input: child.stdout }).on('line', (line) => answers.shift()?.(JSON.parse(line) as Played));
  return {
    child,
    play: (task) => new Promise((resolve, reject) => {
      if (child.exitCode !== null) reject(new Error('a worker ended'));
      answers.push(resolve);
      child.stdin.write(`${JSON.stringify(task)}\n`);
    }),
  };
});

/** The same work, shared among so many workers. */
async function played(count: number): Promise<Round> {
  const ids = fresh(CONVERSATIONS);
  const share = Math.ceil(ids.length / count);
  return roundOf(await Promise.all(workers.slice(0, count).map((worker, n) => worker.play({ ids: ids.slice(n * share, (n + 1) * share), concurrency: CONCURRENT / count }))));
}

function roundOf(parts: readonly Played[]): Round {
  const latencies = parts.flatMap((part) => part.latencies).sort((a, b) => a - b);
  const seconds = (Math.max(...parts.map(({ ended }) => ended)) - Math.min(...parts.map(({ began }) => began))) / 1000;
  const cpuMs = parts.reduce((sum, part) => sum + part.cpuMs, 0) / latencies.length;
  return { perSecond: latencies.length / seconds, p50: at(latencies, 0.5), p99: at(latencies, 0.99), cpuMs };
}

async function deadlocks(): Promise<number> {
  const { rows } = await pool.query<{ deadlocks: string }>('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()');
  return Number(rows[0]?.deadlocks);
}

try {
  const began = load();
  const writes = await recordWrites(fresh(1)[0] ?? '');
  if (writes.length !== SCRIPT.length) throw new Error(`${writes.length} statements for ${SCRIPT.length} turns`);
  const rounds = await inRounds({ 'bare statement': () => bare(writes), 'one worker': () => played(1), 'two workers': () => played(2) }, ROUNDS);
  const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM "InboundEvent" WHERE "processedAt" IS NOT NULL');
  if (Number(rows[0]?.count) !== used * SCRIPT.length) throw new Error(`${rows[0]?.count} turns on disk where ${used * SCRIPT.length} were answered`);

  console.log(
    `## PostgreSQL\n\nServer on the same machine, fsync and synchronous_commit on; ${CONVERSATIONS} conversations of ${SCRIPT.length} messages a round, ${CONCURRENT} at once altogether, ${CONNECTIONS} connections per process; figures and ratios are medians of ${ROUNDS} alternating rounds. ` +
      'The reference is the one statement a turn writes, through `pg`. CPU is the process\'s own, without the server\'s.\n',
  );
  console.log('| | messages/s | ratio to bare | ratio to one worker | p50 ms | p99 ms | CPU-ms per message |\n|---|---|---|---|---|---|---|');
  for (const [name, measured] of Object.entries(rounds)) {
    const of = (key: keyof Round, list = measured): number[] => list.map((round) => round[key]);
    const ratio = (reference: readonly Round[]): string => middleRatio(of('perSecond'), of('perSecond', [...reference])).toFixed(2);
    console.log(`| ${name} | ${Math.round(median(of('perSecond')))} | ${ratio(rounds['bare statement'])} | ${ratio(rounds['one worker'])} | ${median(of('p50')).toFixed(1)} | ${median(of('p99')).toFixed(1)} | ${median(of('cpuMs')).toFixed(2)} |`);
  }
  console.log(`\nDeadlocks the server counted: ${await deadlocks()}. Load average ${began} before, ${load()} after.`);
} finally {
  for (const { child } of workers) child.kill();
  await pool.end();
  await server.stop();
}
