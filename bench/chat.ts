import autocannon from 'autocannon';
import { randomUUID } from 'node:crypto';
import { median } from './compare-rounds';
import { startNode, type Running } from './program';
import { SCRIPT } from './recorded-turns';

/**
 * Web-chat messages over HTTP, answered once they are on disk, against the bare program of reference.ts (which groups
 * commits, or makes one per message) and an echo of the same bodies.
 */
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

const programs = {
  'echo, nothing kept': await startNode(['bench/echo.mjs'], { port: 4311, path: '/' }),
  'reference, one commit each': await startNode(['dist/bench/reference.mjs'], { port: 4312, path: '/', environment: { REFERENCE_GROUP: '1' } }),
  'reference, grouped': await startNode(['dist/bench/reference.mjs'], { port: 4313, path: '/' }),
  Relais: await startNode(['lib/cli/relais.mjs', 'start'], { port: 4310, path: '/healthz' }),
};
const ROUNDS = 3;
try {
  for (const program of Object.values(programs)) await load(program, 16, 2_000);
  console.log(
    `## Web-chat messages over HTTP\n\nFour-message conversations, each message answered after its commit (synchronous=FULL); median of ${ROUNDS} alternating rounds. ` +
      'Reference: a bare program (bench/reference.ts): `node:http`, the same compiled machine restored, stepped and persisted, the same SQL on the bare driver, nothing else.\n',
  );
  console.log('| connections | | messages/s | ratio | p50 ms | ratio | p95 ms | p99 ms | ratio | CPU-ms per message |\n|---|---|---|---|---|---|---|---|---|---|');
  for (const { connections, messages } of RUNS) {
    const rounds = new Map<string, Measured[]>();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, program] of Object.entries(programs)) rounds.set(name, [...(rounds.get(name) ?? []), await load(program, connections, messages)]);
    }
    const middle = (name: string): Measured => middleOf(rounds.get(name) ?? []);
    for (const name of rounds.keys()) row(connections, name, middle(name), middle('reference, grouped'));
  }
} finally {
  await Promise.all(Object.values(programs).map((program) => program.stop()));
}

function middleOf(rounds: readonly Measured[]): Measured {
  const of = (key: keyof Measured): number => median(rounds.map((round) => round[key]));
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99'), cpuPerMessage: of('cpuPerMessage'), refused: Math.max(...rounds.map(({ refused }) => refused)) };
}

function row(connections: number, name: string, measured: Measured, reference: Measured): void {
  if (measured.refused > 0) throw new Error(`${name}: ${measured.refused} messages were not accepted`);
  const ratio = (of: 'perSecond' | 'p50' | 'p99'): string => (measured[of] / reference[of]).toFixed(2);
  const cells = [connections, name, Math.round(measured.perSecond), ratio('perSecond'), measured.p50, ratio('p50'), measured.p95, measured.p99, ratio('p99'), measured.cpuPerMessage.toFixed(2)];
  console.log(`| ${cells.join(' | ')} |`);
}

async function load(program: Running, connections: number, messages: number): Promise<Measured> {
  const tokens = program === programs['echo, nothing kept'] ? [] : await visitors(program, Math.ceil(messages / SCRIPT.length) + connections);
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
  const at = (share: number): number => Number((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0).toFixed(2));
  return { perSecond: latencies.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), cpuPerMessage: (program.cpuMilliseconds() - before) / latencies.length, refused };
}

async function visitors(program: Running, count: number): Promise<string[]> {
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
