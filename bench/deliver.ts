import { openDatabase, type SqliteDatabase } from '@/lib/store/sqlite/open-database';
import { at, inRounds, load, median, middleRatio } from './compare-rounds';
import { RECORDED, recordTurns, runtimeOn, say, SCRIPT, withDatabase, type Call } from './recorded-turns';

/**
 * deliver() on a real file with synchronous=FULL, against the very statements it runs, recorded and replayed on the
 * bare driver with nothing around them: no flow, no JSON, no receipts.
 */
const CONVERSATIONS = 256;
const ROUNDS = 9;

interface Round {
  perSecond: number;
  cpuMs: number;
  p50: number;
  p99: number;
}

const turns = CONVERSATIONS * SCRIPT.length;

const idsOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `conversation-${String(i).padStart(12, '0')}`);

async function measured(work: (latencies: number[]) => Promise<void> | void): Promise<Round> {
  globalThis.gc?.();
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work(latencies);
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort((a, b) => a - b);
  return { perSecond: latencies.length / seconds, cpuMs: (user + system) / 1000 / latencies.length, p50: at(latencies, 0.5), p99: at(latencies, 0.99) };
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

const recorded = await recordTurns();
const SMALL = CONVERSATIONS / 8;
const began = load();
const rounds = await inRounds(
  {
    'bare SQL, one commit each': bare(recorded, 1, CONVERSATIONS),
    'deliver(), 64 concurrent': delivering(64, CONVERSATIONS),
    'bare SQL, 64 per commit': bare(recorded, 64, CONVERSATIONS),
    'deliver(), 16 concurrent': delivering(16, CONVERSATIONS),
    'deliver(), 1 at a time': delivering(1, SMALL),
  },
  ROUNDS,
);

const statements = recorded.map((calls) => calls.length).join(', ');
console.log(
  `## deliver()\n\n${CONVERSATIONS} conversations of ${SCRIPT.length} messages (${turns} turns) on a new file, WAL, synchronous=FULL, library flow; ratios and figures are medians of ${ROUNDS} alternating rounds. ` +
    `The reference replays the statements deliver() runs (${statements} per turn) on the bare driver. Load average ${began} before, ${load()} after.\n`,
);
console.log('| | turns per second | ratio to reference | CPU-ms per turn | ratio | p50 ms | p99 ms |\n|---|---|---|---|---|---|---|');
for (const [name, measured] of Object.entries(rounds)) {
  const of = (key: keyof Round, list = measured): number[] => list.map((round) => round[key]);
  const ratio = (key: keyof Round): string => middleRatio(of(key), of(key, rounds['bare SQL, one commit each'])).toFixed(2);
  const cells = [name, Math.round(median(of('perSecond'))).toLocaleString('en'), ratio('perSecond'), median(of('cpuMs')).toFixed(3), ratio('cpuMs'), median(of('p50')).toFixed(2), median(of('p99')).toFixed(2)];
  console.log(`| ${cells.join(' | ')} |`);
}
