import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO } from '@/lib/cli/seed/demo-workspace';
import { chatClient } from '../overload/chat-client';
import { checkPostgres } from '../overload/check-database';
import { customer } from '../overload/customer';
import type { Sent } from '../overload/storm-types';
import { startFleet, type Fleet } from '../fleet/fleet';

const VISITORS = 24;

let fleet: Fleet;
beforeAll(async () => {
  fleet = await startFleet();
});
afterAll(() => fleet?.close());

test('two web processes are restarted one after the other under load: every request is answered, and every stream comes back', async () => {
  const client = chatClient(fleet.url, DEMO.connection.publicKey, VISITORS);
  const sent: Sent[] = [];
  const said: string[] = [];
  let going = true;
  const customers = Promise.all(Array.from({ length: VISITORS }, (_, index) => customer(fleet.url, client, index, () => going, sent, said)));
  const more = async (messages: number): Promise<void> => {
    const before = sent.length;
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBeGreaterThan(before + messages);
  };
  for (const web of [...fleet.web, ...fleet.web]) {
    await more(2 * VISITORS);
    await web.stop();
    await more(VISITORS);
    await web.start();
  }
  await more(2 * VISITORS);
  going = false;
  const results = await customers;
  client.close();
  const deaf = Math.round(Math.max(...results.map((each) => each.deaf)));
  console.log(`${sent.length} messages over 4 restarts; not taken at once: ${said.length} (${[...new Set(said)].join('; ')}); longest without a stream ${deaf} ms`);

  expect(fleet.balancer.broken()).toEqual([]);
  // A visitor who writes too often is told so; nothing else is an answer here.
  expect(said.filter((answer) => !/^429 \d+ too-many-requests$/.test(answer))).toEqual([]);
  await checkPostgres(fleet.database, sent);
  results.forEach(({ heard, byes, tries }, index) => {
    const own = new Set(sent.filter(({ visitor }) => visitor === index).map(({ id }) => id));
    expect(heard.filter((id) => own.has(id))).toEqual([...own]);
    expect(new Set(heard).size).toBe(heard.length);
    expect(byes).toBeGreaterThanOrEqual(1);
    // Told to come back, she came back, and had a stream at once: that of the other process.
    expect(tries).toBe(1);
  });
  for (const { output } of fleet.web) expect(output()).not.toMatch(/"level":(50|60)/);
});
