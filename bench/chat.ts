import { inRounds, load, median, middleRatio } from './compare-rounds';
import { startNode, type Running } from './program';
import { SCRIPT } from './recorded-turns';
import { sendMessages, visitors, type Measured } from './web-chat-load';

/**
 * Web-chat messages over HTTP, answered once they are on disk, against the bare program of reference.ts (which groups
 * commits, or makes one per message) and an echo of the same bodies.
 */
const RUNS = [
  { connections: 1, messages: 400 },
  { connections: 16, messages: 2_000 },
  { connections: 64, messages: 4_000 },
];

const programs = {
  'echo, nothing kept': await startNode(['bench/echo.mjs'], { port: 4311, path: '/' }),
  'reference, one commit each': await startNode(['dist/bench/reference.mjs'], { port: 4312, path: '/', environment: { REFERENCE_GROUP: '1' } }),
  'reference, grouped': await startNode(['dist/bench/reference.mjs'], { port: 4313, path: '/' }),
  Relais: await startNode(['lib/cli/relais.mjs', 'start'], { port: 4310, path: '/healthz' }),
};
const ROUNDS = 5;
const REFERENCE = 'reference, grouped';
const began = load();
try {
  console.log(
    `## Web-chat messages over HTTP\n\nFour-message conversations, each message answered after its commit (synchronous=FULL); figures and ratios are medians of ${ROUNDS} alternating rounds. ` +
      'Reference: a bare program (bench/reference.ts): `node:http`, the same compiled machine restored, stepped and persisted, the same SQL on the bare driver (a customer\'s first message makes her conversation in both), nothing else.\n',
  );
  console.log('| connections | | messages/s | ratio | p50 ms | ratio | p95 ms | p99 ms | ratio | CPU-ms per message | ratio |\n|---|---|---|---|---|---|---|---|---|---|---|');
  for (const { connections, messages } of RUNS) {
    const players = Object.fromEntries(Object.entries(programs).map(([name, program]) => [name, () => play(program, connections, messages)]));
    const rounds = await inRounds(players, ROUNDS);
    for (const [name, measured] of Object.entries(rounds)) row(connections, name, measured, rounds[REFERENCE] ?? []);
  }
  console.log(`\nLoad average ${began} before, ${load()} after.`);
} finally {
  await Promise.all(Object.values(programs).map((program) => program.stop()));
}

function row(connections: number, name: string, measured: readonly Measured[], reference: readonly Measured[]): void {
  const refused = Math.max(...measured.map((round) => round.refused));
  if (refused > 0) throw new Error(`${name}: ${refused} messages were not accepted`);
  const of = (key: keyof Measured, list = measured): number[] => list.map((round) => round[key]);
  const ratio = (key: keyof Measured): string => middleRatio(of(key), of(key, reference)).toFixed(2);
  const middle = (key: keyof Measured, digits: number): string => median(of(key)).toFixed(digits);
  const cells = [
    connections, name, middle('perSecond', 0), ratio('perSecond'), middle('p50', 2), ratio('p50'), middle('p95', 2), middle('p99', 2), ratio('p99'),
    middle('cpuPerMessage', 2), ratio('cpuPerMessage'),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

async function play(program: Running, connections: number, messages: number): Promise<Measured> {
  const tokens = program === programs['echo, nothing kept'] ? [] : await visitors(program, Math.ceil(messages / SCRIPT.length) + connections);
  return sendMessages(program, tokens, connections, messages);
}
