import { randomUUID } from 'node:crypto';
import { chatClient } from './chat-client';
import type { Sent, StormOrder, StormReport } from './storm-types';

/**
 * The senders of the overload test, in a process of their own: first as many as the program serves without pause, to
 * learn its rate, then ten times that rate whatever it answers, then the first again.
 */
/** Who make the storm. None waits as it is told; together they ask more than a visitor may go on asking (2 a second, after 30 at once). */
const NOISY = 2000;
const TICK_MS = 20;
/** Beyond this the sender itself is what is slow: it does not add to its own heap. */
const MOST_OPEN = 6000;

async function main(order: StormOrder): Promise<void> {
  const client = chatClient(order.url, order.key, 1500);
  const say = async (visitor: number, token: string, sent: Sent[]): Promise<void> => {
    const id = randomUUID();
    const at = performance.now();
    const { status, retryAfter, body } = await client.post('messages', { id, text: `message ${sent.length}` }, token);
    sent.push({ id, visitor, at, answeredAt: performance.now(), status, retryAfter, code: body.error?.code ?? null, seq: body.seq ?? null });
  };
  const visitors = async (count: number): Promise<string[]> => {
    const tokens: string[] = [];
    while (tokens.length < count) tokens.push(...(await Promise.all(Array.from({ length: Math.min(100, count - tokens.length) }, () => client.visitor()))));
    return tokens;
  };
  /** 64 senders, each waiting for its answer. */
  const sustained = async (first: number, all: Sent[]): Promise<number> => {
    const tokens = await visitors(64);
    const began = performance.now();
    await Promise.all(
      tokens.map(async (token, index) => {
        for (let n = 0; n < order.sustainedMessages; n += 1) await say(first + index, token, all);
      }),
    );
    return (all.length * 1000) / (performance.now() - began);
  };

  // Warm first: a program that has just started is slower than the same one a second later.
  const warm: Sent[] = [];
  await sustained(100, warm);
  const before: Sent[] = [];
  const sustainedBefore = await sustained(0, before);
  const rate = sustainedBefore * 10;
  const tokens = await visitors(NOISY);
  process.send?.({ kind: 'storm', rate });
  const sent: Sent[] = [];
  const open = new Set<Promise<void>>();
  const began = performance.now();
  let asked = 0;
  let held = 0;
  while (performance.now() - began < order.seconds * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * rate) - asked - held;
    for (let n = 0; n < due; n += 1) {
      if (open.size >= MOST_OPEN) {
        held += due - n;
        break;
      }
      const visitor = asked % tokens.length;
      asked += 1;
      const work = say(1000 + visitor, tokens[visitor] ?? '', sent);
      open.add(work);
      void work.then(() => open.delete(work));
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  const offered = asked / ((performance.now() - began) / 1000);
  await Promise.all(open);
  const again = new Promise((resolve) => process.once('message', resolve));
  process.send?.({ kind: 'over' });
  // Nothing is asked any more until the program has been looked at.
  await again;
  const after: Sent[] = [];
  const sustainedAfter = await sustained(500, after);
  client.close();
  const report: StormReport = { kind: 'report', sustainedBefore, sustainedAfter, offered, sent: [...warm, ...before, ...sent, ...after], storm: sent.length };
  process.send?.(report, () => process.exit());
}

process.once('message', (order) => void main(order as StormOrder));
