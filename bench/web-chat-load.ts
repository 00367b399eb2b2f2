import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { at } from './compare-rounds';
import type { Running } from './program';
import { SCRIPT } from './recorded-turns';

/** What a load of messages came to. Times in milliseconds, as the sender sees them. */
export interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  cpuPerMessage: number;
  refused: number;
}

/** Sends so many messages, four to a conversation, and waits for each answer. Each visitor's token is used for one conversation. */
export async function sendMessages(program: Running, tokens: readonly string[], connections: number, messages: number): Promise<Measured> {
  const latencies: number[] = [];
  let next = 0;
  let refused = 0;
  // The load generator ends on whole seconds; the last answer is what counts.
  let last = 0;
  const before = program.cpuMilliseconds();
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    // A request that waits longer is sent anew, and would count twice.
    const run = autocannon({ url: `${program.url}/chat/v1/demo/messages`, method: 'POST', connections, amount: messages, timeout: 60, setupClient: (client) => {
      let token = '';
      let place = SCRIPT.length;
      const prepare = (): void => {
        if (place === SCRIPT.length) {
          place = 0;
          token = tokens[next++] ?? '';
        }
        client.setHeadersAndBody({ 'content-type': 'application/json', authorization: `Bearer ${token}` }, JSON.stringify({ id: randomUUID(), text: SCRIPT[place] }));
        place += 1;
      };
      prepare();
      client.on('response', (status, _bytes, milliseconds) => {
        last = performance.now();
        latencies.push(milliseconds);
        if (status !== 202) refused += 1;
        prepare();
      });
    } }, (error) => (error ? reject(error as Error) : resolve()));
    void run;
  });
  const seconds = (last - began) / 1000;
  latencies.sort((a, b) => a - b);
  return { perSecond: latencies.length / seconds, p50: at(latencies, 0.5), p95: at(latencies, 0.95), p99: at(latencies, 0.99), cpuPerMessage: (program.cpuMilliseconds() - before) / latencies.length, refused };
}

/** Tokens of so many new visitors. */
export async function visitors(program: Running, count: number): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) {
    const answers = await Promise.all(Array.from({ length: Math.min(32, count - tokens.length) }, () =>
      fetch(`${program.url}/chat/v1/demo/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ language: 'en' }) })));
    for (const answer of answers) {
      if (answer.status !== 201) throw new Error(`no visitor: ${answer.status} ${await answer.text()}`);
      tokens.push(((await answer.json()) as { token: string }).token);
    }
  }
  return tokens;
}
