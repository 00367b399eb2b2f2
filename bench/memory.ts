import { request, type ClientRequest } from 'node:http';
import { load } from './compare-rounds';
import { startNode, type Running } from './program';
import { SCRIPT } from './recorded-turns';
import { sendMessages, visitors } from './web-chat-load';

/** Resident memory of the real program: after so many conversations over HTTP, and with a web-chat stream open to each of them. */
const CONVERSATIONS = Number(process.env['BENCH_CONVERSATIONS'] ?? 10_000);
const AT_ONCE = 64;
const SETTLE_MS = 20_000;
const MB = 1024 * 1024;

const began = load();
const relais = await startNode(['lib/cli/relais.mjs', 'start'], { port: 4340, path: '/healthz' });
const streams: ClientRequest[] = [];
try {
  const started = await settled(relais);
  const tokens = await visitors(relais, CONVERSATIONS + AT_ONCE);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, relais.residentBytes())), 200);
  const { refused } = await sendMessages(relais, tokens, AT_ONCE, CONVERSATIONS * SCRIPT.length);
  clearInterval(watch);
  if (refused > 0) throw new Error(`${refused} messages were refused`);
  const after = await settled(relais);
  const rest = tokens.slice(0, CONVERSATIONS);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let token = rest.pop(); token !== undefined; token = rest.pop()) streams.push(await openStream(relais, token));
  }));
  const open = await settled(relais);

  console.log(`## Memory\n\nResident memory of the program (Node ${process.versions.node}) on SQLite; each figure once nothing has happened for ${SETTLE_MS / 1000} s.\n`);
  console.log('| | MB |\n|---|---|');
  console.log(`| started, nobody there | ${(started / MB).toFixed(0)} |`);
  console.log(`| at most, while ${CONVERSATIONS.toLocaleString('en')} conversations of ${SCRIPT.length} messages pass, ${AT_ONCE} at once | ${(peak / MB).toFixed(0)} |`);
  console.log(`| after them | ${(after / MB).toFixed(0)} |`);
  console.log(`| with ${streams.length.toLocaleString('en')} open web-chat streams | ${(open / MB).toFixed(0)} |`);
  console.log(`\n${((open - after) / streams.length / 1024).toFixed(1)} KB for each open stream. Load average ${began} before, ${load()} after.`);
} finally {
  for (const stream of streams) stream.destroy();
  await relais.stop();
}

async function settled(program: Running): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return program.residentBytes();
}

/** Resolves once the stream has told the conversation's messages and its state. */
function openStream(program: Running, token: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const asked = request(`${program.url}/chat/v1/demo/events?after=0`, { headers: { authorization: `Bearer ${token}` }, agent: false }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`a stream was answered with ${response.statusCode}`));
      let heard = '';
      response.on('data', (chunk: Buffer) => {
        if (heard.includes('event: state')) return;
        heard += chunk.toString();
        if (heard.includes('event: state')) resolve(asked);
      });
      response.on('error', () => undefined);
    });
    asked.on('error', reject);
    asked.end();
  });
}
