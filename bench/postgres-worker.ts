import { createInterface } from 'node:readline';
import { openStore } from '@/lib/store/open-store';
import { runtimeOver, SCRIPT } from './recorded-turns';

/**
 * One worker of the program on a PostgreSQL database. A line `{ ids, concurrency }` on standard input: plays every one
 * of these conversations, so many at once, and answers with when it began and ended and what each turn took.
 */
export interface Task {
  ids: string[];
  concurrency: number;
}
export interface Played {
  began: number;
  ended: number;
  cpuMs: number;
  latencies: number[];
}

const store = openStore(process.argv[2] ?? '');
const runtime = runtimeOver(store.turns);

createInterface({ input: process.stdin })
  .on('line', (line) => void play(JSON.parse(line) as Task).then((played) => process.stdout.write(`${JSON.stringify(played)}\n`)))
  .on('close', () => void runtime.stop().then(() => store.close()));

async function play({ ids, concurrency }: Task): Promise<Played> {
  const waiting = [...ids];
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const began = Date.now();
  await Promise.all(Array.from({ length: concurrency }, async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const [turn, text] of SCRIPT.entries()) {
        const from = performance.now();
        await runtime.deliver({ workspaceId: 'one', conversationId: id }, { key: `m${turn}`, type: 'customer.message', text });
        latencies.push(performance.now() - from);
      }
    }
  }));
  const { user, system } = process.cpuUsage(cpu);
  return { began, ended: Date.now(), cpuMs: (user + system) / 1000, latencies };
}
