import { chromium, type Page } from '@playwright/test';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiOf } from '../tests/browser/api-of';
import { CHROMIUM_ARGS, findChromium } from '../tests/browser/find-chromium.mjs';
import { signIn } from '../tests/browser/people';
import { startProgram, type Program } from '../tests/browser/program';
import { at, load, median, middleRatio } from './compare-rounds';
import { largeFlow } from './large-flow';
import { SCRIPT } from './recorded-turns';

/** Customers' messages while four browsers reload pages of the same program and a flow of 2,000 steps is checked and published, against a quiet program. */
const NODES = 2_000;
const SENDERS = 4;
const PAUSE_MS = 100;
const ROUND_MS = Number(process.env['BENCH_ROUND_MS'] ?? 20_000);
const ROUNDS = 3;

interface Round {
  p50: number;
  p99: number;
  messages: number;
  reloads: number;
  checks: number;
}

const agent = new Agent({ keepAlive: true });

function post(url: string, token: string | null, body: unknown): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) } }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    asked.on('error', reject).end(JSON.stringify(body));
  });
}

/** Customers who write, wait for the answer, and pause, until told to stop; what each message took, in milliseconds. */
async function customers(program: Program, until: number): Promise<number[]> {
  const latencies: number[] = [];
  await Promise.all(Array.from({ length: SENDERS }, async () => {
    while (performance.now() < until) {
      const { token } = JSON.parse((await post(`${program.url}/chat/v1/demo/visitors`, null, { language: 'en' })).body) as { token: string };
      for (const text of SCRIPT) {
        const from = performance.now();
        const { status } = await post(`${program.url}/chat/v1/demo/messages`, token, { id: randomUUID(), text });
        if (status !== 202) throw new Error(`a message was answered with ${status}`);
        latencies.push(performance.now() - from);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }));
  return latencies.sort((a, b) => a - b);
}

const folder = mkdtempSync(join(tmpdir(), 'relais-busy-'));
const program = await startProgram();
// Browsers stand elsewhere in life; here they share the program's two cores, and are told to let it go first.
const polite = join(folder, 'chromium');
writeFileSync(polite, `#!/bin/sh\nexec nice -n 19 ${findChromium() ?? ''} "$@"\n`);
chmodSync(polite, 0o755);
const browser = await chromium.launch({ executablePath: polite, args: CHROMIUM_ARGS });
try {
  const began = load();
  const [ines, mara, lea, noor] = [await signIn(browser, program, 'ines'), await signIn(browser, program, 'ines'), await signIn(browser, program, 'lea'), await signIn(browser, program, 'lea')];
  const api = apiOf(program, ines.context());
  const flow = (await api.flows.list.query())[0]?.id ?? '';
  for (const [page, path] of [[ines, `/flows/${flow}`], [mara, `/flows/${flow}`], [lea, '/inbox'], [noor, '/inbox']] as const) await page.goto(`${program.url}${path}`);
  const { id } = await api.flows.import.mutate({ text: JSON.stringify(largeFlow(NODES)), references: [] });
  const { revision } = await api.flows.get.query({ id });

  const until = async (end: number, once: () => Promise<unknown>): Promise<number> => {
    let times = 0;
    for (; performance.now() < end; times += 1) await once();
    return times;
  };
  const play = async (busy: boolean): Promise<Round> => {
    const end = performance.now() + ROUND_MS;
    const reloading = (page: Page): Promise<number> => until(end, () => page.reload({ waitUntil: 'load' }));
    const [latencies, checks, ...reloads] = await Promise.all([
      customers(program, end),
      busy ? until(end, () => api.flows.publish.mutate({ id, revision })) : 0,
      ...(busy ? [ines, mara, lea, noor].map(reloading) : []),
    ]);
    return { p50: at(latencies, 0.5), p99: at(latencies, 0.99), messages: latencies.length, reloads: reloads.reduce((sum, count) => sum + count, 0), checks };
  };
  const rounds = { quiet: [] as Round[], busy: [] as Round[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of ['quiet', 'busy'] as const) {
      const result = await play(name === 'busy');
      if (round > 0) rounds[name].push(result);
    }
  }
  const of = (name: 'quiet' | 'busy', key: keyof Round): number[] => rounds[name].map((round) => round[key]);
  console.log(
    `## A busy program\n\n${SENDERS} customers who write, wait for the answer over HTTP and pause ${PAUSE_MS} ms, while four Chromium pages (two of the studio, two of the inbox) reload again and again and a flow of ${NODES.toLocaleString('en')} steps is checked and published over and over; ${ROUND_MS / 1000} s each, alternating, medians of ${ROUNDS} rounds. ` +
      'Everything shares two cores; the browsers run at the lowest priority, as they stand elsewhere in life.\n',
  );
  console.log('| | messages | page loads | checks | p50 ms | p99 ms | ratio |\n|---|---|---|---|---|---|---|');
  for (const name of ['quiet', 'busy'] as const) {
    const middle = (key: keyof Round, digits = 0): string => median(of(name, key)).toFixed(digits);
    console.log(`| ${name} | ${middle('messages')} | ${middle('reloads')} | ${middle('checks')} | ${middle('p50', 1)} | ${middle('p99', 1)} | ${middleRatio(of(name, 'p99'), of('quiet', 'p99')).toFixed(2)} |`);
  }
  console.log(`\nLoad average ${began} before, ${load()} after.`);
} finally {
  await browser.close();
  await program.stop();
  rmSync(folder, { recursive: true, force: true });
}
