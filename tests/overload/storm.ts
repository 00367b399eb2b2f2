import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import type { Program } from '../browser/program';
import { buildChild } from '../crash/build-child';
import { chatClient } from './chat-client';
import { checkDatabase } from './check-database';
import { plantQuietWorkspace, QUIET_KEY } from './quiet-workspace';
import type { StormReport } from './storm-types';

const QUIET = 6;
const KEY = DEMO.connection.publicKey;
/** What a quiet customer waits at most in the storm, and how soon after it everything is as before; both at p99, on two cores shared with the senders. */
const QUIET_MS = 3000;
const NEIGHBOUR_MS = 1500;
const RECOVERY_MS = 10_000;

/** Ten times what the program can do for so many seconds, from another process; asserts that its overload is honest. */
export async function storm(program: Program, seconds: number): Promise<void> {
  const child = fork(await buildChild('tests/overload/storm-child.ts'), { execArgv: [] });
  const told = new Map<string, unknown>();
  child.on('message', (message: { kind: string }) => told.set(message.kind, message));
  const heard = async (kind: string): Promise<void> => expect.poll(() => told.has(kind) || child.exitCode !== null, { timeout: seconds * 1000 + 180_000, interval: 20 }).toBe(true);
  plantQuietWorkspace(program);
  const quiet = await quietCustomers(program, KEY);
  const neighbours = await quietCustomers(program, QUIET_KEY);
  try {
    const calm = await quiet.ask(2, () => true);
    const restRss = rss(program);
    child.send({ url: program.url, key: KEY, seconds, sustainedMessages: 25 });
    await heard('storm');
    let peak = 0;
    const going = (): boolean => {
      peak = Math.max(peak, rss(program));
      return !told.has('over');
    };
    const [stormy, beside] = await Promise.all([quiet.ask(seconds, going), neighbours.ask(seconds, going)]);
    await heard('over');
    const recovery = await recovered(program, quiet, Math.max(4 * calm.p50, 100));
    child.send('again');
    await heard('report');
    const report = told.get('report') as StormReport;
    const afterwards = await quiet.ask(2, () => true);

    const during = report.sent.filter(({ visitor }) => visitor >= 1000);
    const by = (status: number): number => during.filter((one) => one.status === status).length;
    console.log(
      [
        `sustained ${Math.round(report.sustainedBefore)}/s before, ${Math.round(report.sustainedAfter)}/s after; offered ${Math.round(report.offered)}/s for ${seconds} s`,
        `${during.length} asked: ${by(202)} taken, ${by(429)} told 429, ${by(503)} told 503, ${by(0)} broken`,
        `quiet customers, p50 and p99 in ms: calm ${calm.p50} ${calm.p99}, in the storm ${stormy.p50} ${stormy.p99} (${stormy.asked} messages, ${stormy.refused} asked again), afterwards ${afterwards.p50} ${afterwards.p99}`,
        `those of another workspace: ${beside.p50} ${beside.p99} (${beside.asked} messages, ${beside.refused} asked again)`,
        `recovered ${recovery} ms after the last answer`,
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
    expect(stormy.p99).toBeLessThan(QUIET_MS);
    expect(beside.refused).toBe(0);
    expect(beside.p99).toBeLessThan(NEIGHBOUR_MS);
    expect(recovery).toBeLessThan(RECOVERY_MS);
    expect(afterwards.p50).toBeLessThan(Math.max(4 * calm.p50, 100));
    expect(report.sustainedAfter).toBeGreaterThan(0.5 * report.sustainedBefore);
  } finally {
    quiet.close();
    neighbours.close();
    child.kill();
  }
}

/** Milliseconds until it is ready, nothing it took is undone, and customers are answered as fast as before. */
async function recovered(program: Program, quiet: Quiet, calmMs: number): Promise<number> {
  const began = performance.now();
  const idle = async (): Promise<boolean> => {
    const [ready, metrics] = await Promise.all([fetch(`${program.url}/readyz`), fetch(`${program.url}/metrics`)]);
    return ready.status === 200 && /^relais_accepted_undrained_conversations(?:\{[^}]*\})? 0$/m.test(await metrics.text());
  };
  while (performance.now() - began < 60_000) {
    if (await idle()) {
      const at = performance.now() - began;
      if ((await quiet.ask(1, () => true)).p50 < calmMs) return Math.round(at);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return Infinity;
}

interface Latency {
  p50: number;
  p99: number;
  asked: number;
  refused: number;
}

interface Quiet {
  ask(seconds: number, going: () => boolean): Promise<Latency>;
  close(): void;
}

/** A few customers who write twice a second at most and wait when they are told to, from this process; times until a message was taken. */
async function quietCustomers(program: Program, key: string): Promise<Quiet> {
  const client = chatClient(program.url, key, QUIET);
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
            const id = randomUUID();
            // As the widget does: the same message again, once she has waited as she was told.
            for (;;) {
              const { status, retryAfter } = await client.post('messages', { id, text: 'still here' }, token);
              if (status === 202) break;
              refused += 1;
              await new Promise((resolve) => setTimeout(resolve, Number(retryAfter ?? 1) * 1000));
            }
            took.push(performance.now() - began);
            await new Promise((resolve) => setTimeout(resolve, 550));
          }
        }),
      );
      took.sort((a, b) => a - b);
      const at = (share: number): number => Math.round((took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Infinity) * 10) / 10;
      return { p50: at(0.5), p99: at(0.99), asked: took.length, refused };
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
