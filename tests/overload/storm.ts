import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import type { Program } from '../browser/program';
import { buildChild } from '../crash/build-child';
import { chatClient } from './chat-client';
import { checkDatabase } from './check-database';
import type { StormReport } from './storm-types';

const QUIET = 6;
const KEY = DEMO.connection.publicKey;

/** Ten times what the program can do for so many seconds, from another process; asserts that its overload is honest. */
export async function storm(program: Program, seconds: number): Promise<void> {
  const child = fork(await buildChild('tests/overload/storm-child.ts'), { execArgv: [] });
  const told = new Map<string, unknown>();
  child.on('message', (message: { kind: string }) => told.set(message.kind, message));
  const heard = async (kind: string): Promise<void> => expect.poll(() => told.has(kind) || child.exitCode !== null, { timeout: seconds * 1000 + 180_000, interval: 20 }).toBe(true);
  const quiet = await quietCustomers(program);
  try {
    const calm = await quiet.ask(2, () => true);
    const restRss = rss(program);
    child.send({ url: program.url, key: KEY, seconds, sustainedMessages: 25 });
    await heard('storm');
    let peak = 0;
    const stormy = await quiet.ask(seconds, () => {
      peak = Math.max(peak, rss(program));
      return !told.has('over');
    });
    await heard('over');
    await heard('report');
    const report = told.get('report') as StormReport;
    const afterwards = await quiet.ask(2, () => true);

    const during = report.sent.filter(({ visitor }) => visitor >= 1000);
    const by = (status: number): number => during.filter((one) => one.status === status).length;
    console.log(
      [
        `sustained ${Math.round(report.sustainedBefore)}/s before, ${Math.round(report.sustainedAfter)}/s after; offered ${Math.round(report.offered)}/s for ${seconds} s`,
        `${during.length} asked: ${by(202)} taken, ${by(429)} told 429, ${by(503)} told 503, ${by(0)} broken`,
        `quiet customers, p50 and p99 in ms: calm ${calm.p50} ${calm.p99}, in the storm ${stormy.p50} ${stormy.p99} (${stormy.refused} of ${stormy.asked} refused), afterwards ${afterwards.p50} ${afterwards.p99}`,
        `resident: ${restRss} MB before, ${peak} MB at most`,
      ].join('\n'),
    );

    // It was an overload, and the program said so honestly.
    expect(report.offered).toBeGreaterThan(2 * report.sustainedBefore);
    expect(by(429) + by(503)).toBeGreaterThan(0);
    expect(new Set(during.map(({ status }) => status))).toEqual(new Set([202, ...[429, 503].filter((status) => by(status) > 0)]));
    for (const { status, retryAfter } of during) if (status !== 202) expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
    // Nobody was served less than the machine can do.
    expect(by(202)).toBeGreaterThan(report.sustainedBefore * seconds * 0.25);
    checkDatabase(program, report.sent);
    // Memory is bounded: what waits is, and nothing of what was refused is kept.
    if (restRss > 0) expect(peak).toBeLessThan(restRss + 400);
    // The quiet ones were served, and waited for their turn, not for everybody.
    expect(stormy.refused).toBeLessThanOrEqual(stormy.asked * 0.05);
    expect(stormy.p99).toBeLessThan(Math.max(100 * calm.p50, 3000));
    expect(afterwards.p50).toBeLessThan(Math.max(4 * calm.p50, 100));
    expect(report.sustainedAfter).toBeGreaterThan(0.5 * report.sustainedBefore);
  } finally {
    quiet.close();
    child.kill();
  }
}

interface Latency {
  p50: number;
  p99: number;
  asked: number;
  refused: number;
}

/** A few customers who write twice a second at most, from this process. */
async function quietCustomers(program: Program): Promise<{ ask(seconds: number, going: () => boolean): Promise<Latency>; close(): void }> {
  const client = chatClient(program.url, KEY, QUIET);
  const tokens = await Promise.all(Array.from({ length: QUIET }, () => client.visitor()));
  for (const token of tokens) await client.post('messages', { id: randomUUID(), text: 'hello' }, token);
  return {
    close: client.close,
    async ask(seconds, going) {
      const until = performance.now() + seconds * 1000;
      const took: number[] = [];
      let refused = 0;
      await Promise.all(
        tokens.map(async (token, index) => {
          await new Promise((resolve) => setTimeout(resolve, index * 80));
          while (performance.now() < until && going()) {
            const began = performance.now();
            const { status } = await client.post('messages', { id: randomUUID(), text: 'still here' }, token);
            if (status === 202) took.push(performance.now() - began);
            else refused += 1;
            await new Promise((resolve) => setTimeout(resolve, 550));
          }
        }),
      );
      took.sort((a, b) => a - b);
      const at = (share: number): number => Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Infinity) * 10) / 10;
      return { p50: at(0.5), p99: at(0.99), asked: took.length + refused, refused };
    },
  };
}

/** Megabytes the program holds; 0 where the system does not say. */
function rss(program: Program): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid()}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
