import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChild } from '../crash/build-child';
import { readTrace, type TraceSummary } from './read-trace';
import { hasStrace, straceArguments } from './strace';

const MESSAGES = 24;

/** The same as wal-sync.test.ts, seen from outside: a visitor's message over HTTP, and the 202 that answers it. */
describe.skipIf(!hasStrace())('the 202 of a web-chat message', () => {
  let program: string;
  let folder: string;

  beforeAll(async () => {
    program = await buildChild('tests/durability/server-child.ts');
    folder = mkdtempSync(join(tmpdir(), 'relais-trace-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function trace(...planted: string[]): Promise<TraceSummary> {
    const log = join(folder, `trace-${planted.join('')}.txt`);
    const child = spawn('strace', straceArguments(log, [program, ...planted]), { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const { url, publicKey } = await new Promise<{ url: string; publicKey: string }>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the program ended before it listened: ${code}`)));
      createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as { url: string; publicKey: string }));
    });
    const post = (path: string, body: unknown, token?: string) =>
      fetch(`${url}/chat/v1/${publicKey}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
        body: JSON.stringify(body),
      });
    const visitor = async (): Promise<string> => ((await (await post('/visitors', { language: 'en' })).json()) as { token: string }).token;
    const visitors = await Promise.all([visitor(), visitor(), visitor()]);
    for (let i = 0; i < MESSAGES; i += 6) {
      const say = async (n: number) => expect((await post('/messages', { id: crypto.randomUUID(), text: `message ${n}` }, visitors[n % 3])).status).toBe(202);
      for (let n = i; n < i + 3; n += 1) await say(n);
      await Promise.all([say(i + 3), say(i + 4), say(i + 5)]);
    }
    child.stdin.end();
    await ended;
    return readTrace(readFileSync(log, 'utf8'), (line) => line.includes('HTTP/1.1 202'));
  }

  it('leaves after an fsync of the write-ahead log that follows its batch’s last write', async () => {
    const summary = await trace();
    expect(summary.receipts).toBe(MESSAGES);
    expect(summary.tooEarly).toEqual([]);
    expect(summary.walSyncs).toBeGreaterThanOrEqual(MESSAGES / 2 + MESSAGES / 6);
  });

  it('is seen to leave before its data when synchronous=NORMAL is planted', async () => {
    const summary = await trace('NORMAL');
    expect(summary.receipts).toBe(MESSAGES);
    expect(summary.tooEarly.length).toBeGreaterThan(MESSAGES / 3);
  });
});
