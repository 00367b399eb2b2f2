import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '@/flows/calendars/calendar';
import { compile } from '@/flows/compiler/compile';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import type { Article } from '@/flows/knowledge/article';
import { articleSearch } from '@/flows/knowledge/article-search';
import { defaultRegistry } from '@/flows/nodes/registry';
import { scriptSchema, type Script } from '@/flows/simulator/script';
import { simulate, type SimulateEnv } from '@/flows/simulator/simulate';
import type { Transcript } from '@/flows/simulator/transcript';
import articles from './articles.json';
import { LIBRARY } from './index';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder);
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
/** What the demo workspace has; the articles are searched as the workspace searches them. */
const references = { skills: ['delivery', 'refund', 'french', 'english'], queues: ['service'], calendars: ['service'] };
const knowledge = articleSearch(articles as unknown as Article[], 1);
const closed: Calendar = { key: 'service', name: {}, timeZone: 'UTC', spans: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: [] };

it('the manifest names every file of the folder', () => {
  const named = LIBRARY.flatMap(({ key, goldens }) => [`${key}.flow.json`, ...goldens.flatMap((golden) => [`${key}.${golden.case}.script.json`, `${key}.${golden.case}.transcript.json`])]);
  expect(files.filter((name) => /\.(flow|script|transcript)\.json$/.test(name)).sort()).toEqual(named.sort());
});

it('the library uses every step type', () => {
  const used = new Set(LIBRARY.flatMap(({ document }) => Object.values(document.nodes).map(({ type }) => type)));
  expect([...used].sort()).toEqual(defaultRegistry.types.map(({ type }) => type).sort());
});

describe.each(LIBRARY)('$key', ({ key, name, description, document, goldens }) => {
  const compiled = compile(document, { ref: 'draft', registry: defaultRegistry, references });
  const play = (script: Script, env: SimulateEnv = {}): Transcript => {
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
    return simulate(compiled.flow, script, { knowledge, ...env });
  };

  it('is sound, without a warning, on the demo workspace', () => {
    expect(flowDocumentSchema.parse(document)).toEqual(document);
    expect(compiled).toMatchObject({ ok: true, warnings: [] });
  });

  it('is a real one: ten to thirty steps, every text in both languages', () => {
    const count = Object.keys(document.nodes).length;
    expect([count >= 10, count <= 30]).toEqual([true, true]);
    expect(oneSided(document)).toEqual([]);
    expect(oneSided([name, description, goldens.map((golden) => golden.name)])).toEqual([]);
    for (const text of [name, description, ...goldens.map((golden) => golden.name)]) expect([text.fr?.trim(), text.en?.trim()]).not.toContain(undefined);
  });

  it('stands on the grid, left to right, with room for every card', () => {
    const places = Object.values(document.nodes).map(({ position }) => position);
    expect(places.filter(({ x, y }) => x % 14 !== 0 || y % 14 !== 0)).toEqual([]);
    expect(places.filter((a, at) => places.some((b, other) => other > at && Math.abs(a.x - b.x) < 280 && Math.abs(a.y - b.y) < 98))).toEqual([]);
  });

  it('has at least five golden conversations, in both languages, with a silence', () => {
    expect(goldens.length).toBeGreaterThanOrEqual(5);
    expect(new Set(goldens.map(({ script }) => script.language.split('-')[0]))).toEqual(new Set(['fr', 'en']));
    expect(goldens.some(({ transcript }) => transcript.entries.some(({ event }) => event === 'timer.fired'))).toBe(true);
  });

  // RELAIS_GOLDEN=write writes what is played now; read the difference before keeping it.
  it.each(goldens)('$case', (golden) => {
    const played = play(scriptSchema.parse(golden.script));
    const file = `${key}.${golden.case}.transcript.json`;
    if (process.env.RELAIS_GOLDEN === 'write') writeFileSync(`${folder}/${file}`, `${JSON.stringify(played, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(played))).toEqual(read(file));
  });

  it('says which hours its golden conversations keep, so that no workspace has others', () => {
    if (!Object.values(document.nodes).some(({ type }) => type === 'business-hours')) return;
    for (const { script, transcript } of goldens) {
      expect(Object.keys(script.facts?.calendars ?? {})).toEqual(['service']);
      expect(JSON.parse(JSON.stringify(play(script, { calendars: { service: closed } })))).toEqual(transcript);
    }
  });

  it('leaves no link that no golden conversation takes', () => {
    const taken = new Set(goldens.flatMap(({ transcript }) => exitsTaken(transcript)));
    expect(Object.keys(document.edges).filter((id) => !taken.has(id))).toEqual([]);
  });

  it('links every port; only a customer who leaves may keep her place instead', () => {
    const open = Object.values(document.nodes).flatMap((node) => {
      const type = defaultRegistry.get(node.type);
      return (type?.ports(type.data.parse(node.data) as never) ?? []).filter(({ id }) => !document.edges[`${node.id}/${id}`]).map(({ id }) => id);
    });
    expect(open.filter((port) => port !== 'customer-left')).toEqual([]);
  });
});

it('together they take every kind of way out that the steps have', () => {
  const taken = new Set(LIBRARY.flatMap(({ document, goldens }) => goldens.flatMap(({ transcript }) => transcript.path.flatMap(({ node, port }) => (port ? [`${document.nodes[node]?.type} ${port.split(':')[0]}`] : [])))));
  const known = defaultRegistry.types.flatMap((type) => PORTS_OF[type.type]?.map((port) => `${type.type} ${port}`) ?? [`${type.type} is not listed`]);
  expect([...taken].sort()).toEqual(known.sort());
});

const QUESTION = ['no-match', 'no-reply'];
const PORTS_OF: Record<string, string[]> = {
  start: ['next'],
  message: ['next'],
  ask: ['answered', 'exit', ...QUESTION],
  choices: ['option', ...QUESTION],
  'auto-reply': ['close', 'escalate', ...QUESTION],
  'faq-answer': ['helped', 'not-helped', 'none', 'exit', 'no-reply'],
  condition: ['case', 'otherwise'],
  'business-hours': ['open', 'closed'],
  'set-variable': ['next'],
  'http-request': ['ok', 'status', 'failed'],
  wait: ['next', 'customer-writes'],
  'hand-over': ['nobody-available', 'timed-out', 'customer-left', 'released'],
  close: [],
};

function exitsTaken({ path }: Transcript): string[] {
  return path.flatMap(({ node, port }) => (port === undefined ? [] : [`${node}/${port}`]));
}

/** Where one language has a text or a list and the other has none, or another number of them. */
function oneSided(value: unknown, path: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { fr, en } = value as { fr?: unknown; en?: unknown };
  if (fr !== undefined || en !== undefined) {
    const filled = (one: unknown) => (Array.isArray(one) ? one.length > 0 : typeof one === 'string' && one.trim() !== '');
    return filled(fr) === filled(en) ? [] : [path.join('.')];
  }
  return Object.entries(value).flatMap(([key, child]) => oneSided(child, [...path, key]));
}
