import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { startNode, type Running } from './program';

/** Web-chat messages over HTTP, answered once they are on disk, against a bare node:http echo of the same bodies. */
const PER_CONVERSATION = 4;
const CONVERSATION = ['hello', 'something nobody wrote', '2', 'thank you'];
const RUNS = [
  { connections: 1, messages: 2_000 },
  { connections: 16, messages: 8_000 },
  { connections: 64, messages: 8_000 },
];

interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  cpuPerMessage: number;
  refused: number;
}

const relais = await startNode(['lib/cli/relais.mjs', 'start'], { port: 4310, path: '/healthz' });
const echo = await startNode(['bench/echo.mjs'], { port: 4311, path: '/' });
try {
  await load(relais, 16, 2_000);
  await load(echo, 16, 2_000);
  console.log('## Web-chat messages over HTTP\n\nFour-message conversations, each message answered after its commit (synchronous=FULL); reference: a bare `node:http` echo of the same bodies.\n');
  console.log('| connections | | messages/s | ratio | p50 ms | p95 ms | p99 ms | CPU-ms per message |\n|---|---|---|---|---|---|---|---|');
  for (const { connections, messages } of RUNS) {
    const reference = await load(echo, connections, messages);
    const measured = await load(relais, connections, messages);
    row(connections, 'echo', reference, reference);
    row(connections, 'Relais', measured, reference);
  }
} finally {
  await Promise.all([relais.stop(), echo.stop()]);
}

function row(connections: number, name: string, measured: Measured, reference: Measured): void {
  if (measured.refused > 0) throw new Error(`${name}: ${measured.refused} messages were not accepted`);
  const cells = [connections, name, Math.round(measured.perSecond), (measured.perSecond / reference.perSecond).toFixed(2), measured.p50, measured.p95, measured.p99, measured.cpuPerMessage.toFixed(2)];
  console.log(`| ${cells.join(' | ')} |`);
}

async function load(program: Running, connections: number, messages: number): Promise<Measured> {
  const tokens = program === relais ? await visitors(Math.ceil(messages / PER_CONVERSATION) + connections) : [];
  const latencies: number[] = [];
  let next = 0;
  let refused = 0;
  // The load generator ends on whole seconds; the last answer is what counts.
  let last = 0;
  const before = program.cpuMilliseconds();
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    const run = autocannon({ url: `${program.url}/chat/v1/demo/messages`, method: 'POST', connections, amount: messages, setupClient: (client) => {
      let token = '';
      let place = PER_CONVERSATION;
      const prepare = (): void => {
        if (place === PER_CONVERSATION) {
          place = 0;
          token = tokens[next++] ?? '';
        }
        client.setHeadersAndBody({ 'content-type': 'application/json', authorization: `Bearer ${token}` }, JSON.stringify({ id: randomUUID(), text: CONVERSATION[place] }));
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
  const at = (share: number): number => Number((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0).toFixed(1));
  return { perSecond: latencies.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuPerMessage: (program.cpuMilliseconds() - before) / latencies.length, refused };
}

async function visitors(count: number): Promise<string[]> {
  const tokens: string[] = [];
  while (tokens.length < count) {
    const answers = await Promise.all(Array.from({ length: Math.min(32, count - tokens.length) }, () =>
      fetch(`${relais.url}/chat/v1/demo/visitors`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ language: 'en' }) })));
    for (const answer of answers) {
      if (answer.status !== 201) throw new Error(`no visitor: ${answer.status} ${await answer.text()}`);
      tokens.push(((await answer.json()) as { token: string }).token);
    }
  }
  return tokens;
}
