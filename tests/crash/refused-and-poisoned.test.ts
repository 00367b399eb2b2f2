import { describe, expect, it } from 'vitest';
import { POISON } from './broken';
import { buildChild } from './build-child';
import { AGENT } from './harness/run-crash';
import { oneProcess } from './harness/one-process';
import { CHANGES } from './planted-changes';

const CHILD = 'tests/crash/runtime-child.ts';
const CUSTOMERS = 100;
const EACH = 40;
/** What may wait in one workspace, what is under way, and what leaves the queue while the rest of a burst is still being read. */
const MOST_TAKEN = 3000;

/** Far more at once than may wait. @throws when it is not refused honestly, or anything of it lost */
async function flood(program: string): Promise<void> {
  const house = await oneProcess(program, 'nothing', CUSTOMERS);
  try {
    const asked = house.conversations.flatMap((id) => Array.from({ length: EACH }, (_, at) => ({ id, key: `m${at}` })));
    const answers = Promise.all(asked.map(async ({ id, key }) => ({ id, key, taken: (await house.send(id, { key, type: 'customer.message', text: 'hello' })) !== undefined })));
    // Nobody asked her to: she is told so, and not that too much waits.
    const agents = Promise.all(house.conversations.map((id) => house.send(id, { key: 'a', type: 'agent.accepted', agentId: AGENT })));
    const all = await answers;
    const refused = all.filter(({ taken }) => !taken);
    console.log(`${all.length} at once: ${all.length - refused.length} taken, ${refused.length} refused`);
    expect(refused.length).toBeGreaterThan(0);
    expect(all.length - refused.length).toBeLessThan(MOST_TAKEN);
    expect((await agents).every((receipt) => receipt !== undefined)).toBe(true);
    const kept = new Set((await house.query('SELECT "conversationId", "key" FROM "InboundEvent"')).map((row) => `${String(row['conversationId'])} ${String(row['key'])}`));
    expect(all.filter(({ id, key, taken }) => kept.has(`${id} ${key}`) !== taken)).toEqual([]);
    expect((await house.verdict()).problems).toEqual([]);
  } finally {
    await house.close();
  }
}

/** One customer's turn cannot be stored. @throws when she is not given to a person, when half of it stays, or when others feel it */
async function poison(program: string, planted: string): Promise<void> {
  const house = await oneProcess(program, planted, 8);
  try {
    const script = ['hello', 'My order', 'A-1234', 'Yes'];
    const [first = ''] = house.conversations;
    const taken = await Promise.all(
      house.conversations.map(async (id) => {
        const receipts = [];
        for (const [at, text] of (id === first ? ['hello', POISON, 'hello?'] : script).entries()) receipts.push(await house.send(id, { key: `m${at}`, type: 'customer.message', text }));
        return receipts.every((receipt) => receipt?.outcome.ok === true);
      }),
    );
    expect(taken).toEqual(house.conversations.map(() => true));
    const { problems } = await house.verdict();
    expect(problems).toEqual([{ rule: 'processed', where: `one ${first} inbound 2`, what: 'its turn failed and was quarantined' }]);
    expect(await house.query(`SELECT "owner" FROM "Conversation" WHERE "id" = '${first}'`)).toEqual([{ owner: 'queued' }]);
  } finally {
    await house.close();
  }
}

describe('more at once than may wait', () => {
  it('is refused before anything of it is kept, to customers only; what is taken is answered', async () => {
    await flood(await buildChild(CHILD));
  });
  it('is noticed when nothing bounds it', async () => {
    await expect(flood(await buildChild(CHILD, CHANGES['no-bound']))).rejects.toThrow(/to be greater than/);
  });
});

describe('a turn that cannot be stored', () => {
  it('is kept aside whole, its conversation goes to a person, the others go on', async () => {
    await poison(await buildChild(CHILD), POISON);
  });
  it('is noticed when what it had written stays', async () => {
    await expect(poison(await buildChild(CHILD, CHANGES['no-savepoint']), 'no-savepoint')).rejects.toThrow(/to deeply equal/);
  });
});
