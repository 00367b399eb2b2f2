import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '@/flows/compiler/compile';
import { canonicalJson } from '@/flows/document/canonical-json';
import type { Json } from '@/flows/document/json';
import { articleSearch } from '@/flows/knowledge/article-search';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { Script } from '@/flows/simulator/script';
import type { Transcript } from '@/flows/simulator/transcript';
import type { CommandContext } from '@/lib/cli/command-context';
import { simulateFlow } from '@/lib/cli/commands/simulate-flow';
import { translator } from '@/lib/i18n/translator';
import { browserPlay, type BrowserPlay } from './browser-play';
import { ARTICLES, libraryArticles, libraryFlows, type LibraryFlow } from './library';
import { diceArbitrary, randomScript } from './random-script';
import { runtimePlay, type RuntimePlay } from './runtime-play';

const SEED = Number(process.env.RELAIS_SEED ?? Date.now() % 1_000_000);
const SCRIPTS = Number(process.env.RELAIS_SCRIPTS ?? 100);
const PROCESSES = 3;

const folder = mkdtempSync(join(tmpdir(), 'relais-parity-'));
const articles = libraryArticles();
const knowledge = articleSearch(articles, 1);
const flows = libraryFlows();
let cases: { flow: LibraryFlow; script: Script; expected: string }[];
let runtime: RuntimePlay;
let browser: BrowserPlay;

/** Compared as values, so that a difference is shown where it is. */
function expectSame(given: string, { flow, script, expected }: { flow: LibraryFlow; script: Script; expected: string }): void {
  if (given !== expected) expect(JSON.parse(given), `${flow.name}, ${JSON.stringify(script)}`).toEqual(JSON.parse(expected));
}

const text = (transcript: Transcript): string => canonicalJson(JSON.parse(JSON.stringify(transcript)) as Json);

/** `relais simulate` as its command, in this process. */
async function simulated(flow: LibraryFlow, script: Script): Promise<Transcript> {
  const file = join(folder, 'script.json');
  writeFileSync(file, JSON.stringify(script));
  let printed = '';
  const context: CommandContext = {
    root: process.cwd(),
    pages: null,
    language: 'en',
    say: translator('en', 'cli'),
    print: (line) => void (printed += line),
    tell: (line) => {
      throw new Error(line);
    },
    environment: {},
  };
  expect(await simulateFlow(context, flow.file, { script: file, articles: ARTICLES })).toBe(0);
  return JSON.parse(printed) as Transcript;
}

beforeAll(async () => {
  const compiled = flows.map((flow) => {
    const result = compile(flow.document, { ref: 'draft', registry: defaultRegistry });
    if (!result.ok) throw new Error(`${flow.name} is not sound`);
    return { flow, machine: result.flow };
  });
  const dice = fc.sample(diceArbitrary, { seed: SEED, numRuns: SCRIPTS });
  cases = [];
  for (const [index, numbers] of dice.entries()) {
    const { flow, machine } = compiled[index % compiled.length] as (typeof compiled)[number];
    const script = randomScript(numbers, machine, flow.document.languages, articles, knowledge);
    cases.push({ flow, script, expected: text(await simulated(flow, script)) });
  }
  runtime = await runtimePlay(articles);
  browser = await browserPlay(folder, { articles, flows: Object.fromEntries(flows.map(({ name, document }) => [name, document])) });
});
afterAll(async () => {
  await browser?.close();
  await runtime?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe(`${SCRIPTS} random scripts over the library (seed ${SEED}; RELAIS_SEED and RELAIS_SCRIPTS repeat it)`, () => {
  it('do everything a script can do', () => {
    const kinds = new Set(cases.flatMap(({ script }) => script.events.map((event) => ('agent' in event ? `agent ${event.agent}` : (Object.keys(event)[0] ?? '')))));
    const wanted = ['say', 'press', 'skip', 'at', 'handoff', 'customer', 'agent joined', 'agent replied', 'agent released', 'agent closed'];
    if (SCRIPTS >= 300) expect([...kinds]).toEqual(expect.arrayContaining(wanted));
    const traced = cases.map(({ expected }) => expected);
    expect(traced.filter((each) => each.includes('"state":"failed"')).length).toBe(0);
    expect(new Set(traced).size).toBeGreaterThan(SCRIPTS / 2);
  });

  it('give the same transcript and trace by relais simulate and by deliver() on SQLite', { timeout: 300_000 }, async () => {
    for (const one of cases) expectSame(text(await runtime.play(one.flow.document, one.script)), one);
  });

  it('and by the simulator in a browser', { timeout: 300_000 }, async () => {
    const played = await browser.play(cases.map(({ flow, script }) => ({ flow: flow.name, script })));
    expect(played).toHaveLength(cases.length);
    for (const [index, one] of cases.entries()) expectSame(played[index] ?? '', one);
  });

  it('and by relais simulate as a process', { timeout: 120_000 }, () => {
    const file = join(folder, 'process.json');
    for (const one of cases.slice(0, PROCESSES)) {
      writeFileSync(file, JSON.stringify(one.script));
      const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/relais.mjs', 'simulate', one.flow.file, '--script', file, '--articles', ARTICLES], { encoding: 'utf8', maxBuffer: 64e6 });
      expect(status, stderr).toBe(0);
      expectSame(text(JSON.parse(stdout) as Transcript), one);
    }
  });
});
