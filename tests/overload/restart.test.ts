import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { startProgram, type Program } from '../browser/program';
import { chatClient } from './chat-client';
import { checkDatabase } from './check-database';
import { customer } from './customer';
import type { Sent } from './storm-types';

const VISITORS = 24;
const RESTARTS = 2;

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program?.stop());

test('told to stop under load, the program finishes what it took; started again, nothing is missing and everybody comes back', async () => {
  const client = chatClient(program.url, DEMO.connection.publicKey, VISITORS);
  const sent: Sent[] = [];
  const said: string[] = [];
  let going = true;
  const customers = Promise.all(Array.from({ length: VISITORS }, (_, index) => customer(program.url, client, index, () => going, sent, said)));
  const stops: number[] = [];
  for (let n = 0; n < RESTARTS; n += 1) {
    const before = sent.length;
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before + 2 * VISITORS);
    const began = performance.now();
    const pid = program.pid();
    process.kill(pid, 'SIGTERM');
    await expect.poll(() => alive(pid), { timeout: 25_000, interval: 20 }).toBe(false);
    stops.push(Math.round(performance.now() - began));
    await program.restart();
  }
  const before = sent.length;
  await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before + VISITORS);
  going = false;
  const results = await customers;
  client.close();
  console.log(`${sent.length} messages, ${RESTARTS} restarts (stopped in ${stops.join(' and ')} ms); not taken at once: ${said.length} (${[...new Set(said)].join('; ')})`);

  checkDatabase(program, sent);
  // Its stream told each customer all of hers, in order and none twice, over every restart.
  results.forEach(({ heard }, index) => {
    expect(new Set(heard).size).toBe(heard.length);
    const own = new Set(sent.filter(({ visitor }) => visitor === index).map(({ id }) => id));
    expect(heard.filter((id) => own.has(id))).toEqual([...own]);
  });
  for (const { byes } of results) expect(byes).toBeGreaterThanOrEqual(1);
  // Either nobody listened any more, or it was said when to come back.
  expect([...new Set(said)].filter((answer) => !/^(0 {2}|503 \d+ temporarily-unavailable|429 \d+ too-many-requests)$/.test(answer))).toEqual([]);
  for (const took of stops) expect(took).toBeLessThan(10_000);
  expect(program.output()).not.toMatch(/"level":(50|60)/);
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
