import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compile } from '@/flows/compiler/compile';
import { flowDocumentSchema, type FlowDocument, type FlowEdge, type FlowNode } from '@/flows/document/flow-document';
import { jsonObjectSchema } from '@/flows/document/json';
import { scriptEventSchema } from '@/flows/simulator/script';
import { simulate } from '@/flows/simulator/simulate';
import type { Transcript } from '@/flows/simulator/transcript';
import { dataFields, fieldKeys } from './data-fields';
import type { AnyNodeType, Port } from './define-node';
import { defaultRegistry } from './registry';
import { nodeTexts } from './texts';

/** What becomes of a variable is no matter of the one step a case is about. */
const OF_THE_WHOLE_FLOW = new Set(['unused-variable', 'unread-variable']);

const caseSchema = z.strictObject({
  name: z.string(),
  data: jsonObjectSchema,
  languages: z.array(z.string()).default(['fr', 'en']),
  language: z.string().default('en'),
  contact: jsonObjectSchema.optional(),
  /** Variables the flow declares, as `name: type`, `!type` for one of the customer's own. */
  declares: z.record(z.string(), z.string()).default({}),
  /** What the script says besides language, contact and events. */
  given: jsonObjectSchema.default({}),
  /** Ports left without a link; every other leads to a close with the port as its disposition. */
  unlinked: z.array(z.string()).default([]),
  events: z.array(scriptEventSchema),
  expect: z.strictObject({
    /** Every code reported, errors and warnings. */
    diagnostics: z.array(z.string()).default([]),
    said: z.array(z.string()).optional(),
    options: z.array(z.string()).optional(),
    /** `<port> <reason>`, in order. */
    left: z.array(z.string()).optional(),
    effects: z.array(z.string()).optional(),
    answers: z.array(z.string()).optional(),
    handoff: z.unknown().optional(),
    closed: z.string().optional(),
    status: z.string().optional(),
    variables: jsonObjectSchema.optional(),
    patched: jsonObjectSchema.optional(),
  }),
});
type Case = z.infer<typeof caseSchema>;

const folder = fileURLToPath(new URL('.', import.meta.url));
const read = (type: string, suffix: string): string => readFileSync(`${folder}/${type}/${type}${suffix}`, 'utf8');
const casesOf = (type: string): Case[] => z.array(caseSchema).min(1).parse(JSON.parse(read(type, '.cases.json')));
const portsOf = (type: AnyNodeType, data: unknown): readonly Port[] => type.ports(data as never);
const LANGUAGES = ['fr', 'en', 'de'];

describe.each(defaultRegistry.types.map((type) => [type.type, type] as const))('%s', (name, type) => {
  const cases = casesOf(name);
  const accepted = [type.defaults(LANGUAGES), ...cases.map(({ data }) => data).filter((data) => type.data.safeParse(data).success)];

  it('reads its own data back the same', () => {
    for (const data of accepted) {
      const parsed = type.data.parse(data);
      expect(parsed).toEqual(data);
      expect(type.data.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
    }
  });

  it('starts with data its schema accepts, a text for every language of the flow', () => {
    const data = type.data.parse(type.defaults(LANGUAGES));
    for (const { field, value } of dataFields(type.data, data)) {
      if (field === 'localized-text') expect(Object.keys(value as object)).toEqual(LANGUAGES);
    }
  });

  it('refuses data with a field it does not know', () => {
    expect(type.data.safeParse({ ...(type.defaults(LANGUAGES) as object), surprise: 1 }).success).toBe(false);
  });

  it('has the same ports for the same data, each once, with ids a link can name', () => {
    for (const data of accepted) {
      const ports = portsOf(type, data);
      expect(portsOf(type, JSON.parse(JSON.stringify(data)))).toEqual(ports);
      expect(new Set(ports.map(({ id }) => id)).size).toBe(ports.length);
      for (const { id } of ports) expect(id).toMatch(/^[a-z][a-z0-9-]*(:[A-Za-z0-9_-]{1,40})?$/);
    }
  });

  it.each(['en', 'fr'])('has its words in %s: name, summary, every port and every field', (locale) => {
    const texts = nodeTexts(name, locale);
    expect(texts.name).not.toBe(name);
    expect(texts.summary).toMatch(/\.$/);
    const keys = accepted.flatMap((data) => portsOf(type, data)).flatMap(({ label }) => ('key' in label ? [label.key] : []));
    for (const key of keys) expect(texts.ports[key], `port ${key}`).toBeTruthy();
    expect(Object.keys(texts.fields).sort()).toEqual(fieldKeys(type.data).sort());
    for (const [key, { label }] of Object.entries(texts.fields)) expect(label, `field ${key}`).not.toBe('');
  });

  it('can bring data of every earlier version up to its own', () => {
    expect(type.migrations.map(({ from }) => from)).toEqual(Array.from({ length: type.version - 1 }, (_, index) => index + 1));
  });

  it.each(cases.map((example) => [example.name, example] as const))('%s', (_name, example) => {
    const document = flowAround(type, example);
    const result = compile(document, { ref: 'case', registry: defaultRegistry });
    const codes = (result.ok ? result.warnings : result.diagnostics).map(({ code }) => code).filter((code) => !OF_THE_WHOLE_FLOW.has(code));
    expect(codes).toEqual(example.expect.diagnostics);
    if (example.events.length === 0) return;
    const { language, contact, events, given } = example;
    expectPlayed(simulate(document, { language, events, ...(contact ? { contact } : {}), ...given }), example.expect);
  });

  it.each(['en', 'fr'])('has help in %s whose example runs', (locale) => {
    const help = read(name, `.${locale}.md`);
    expect(help.length).toBeGreaterThan(400);
    const blocks = [...help.matchAll(/```json\n([\s\S]*?)```/g)];
    expect(blocks).toHaveLength(1);
    const document = flowDocumentSchema.parse(JSON.parse(blocks[0]?.[1] ?? ''));
    expect(Object.values(document.nodes).some((node) => node.type === name)).toBe(true);
    const result = compile(document, { ref: 'help', registry: defaultRegistry });
    expect(result).toMatchObject({ ok: true, warnings: [] });
    // The first option, wherever there is one: enough to come by the step the help is about.
    const played = simulate(document, { language: locale, events: [{ say: 'hello' }, { say: '1' }, { say: '1' }] });
    expect(played.state).not.toBe('failed');
    expect(played.path.some(({ node }) => document.nodes[node]?.type === name)).toBe(true);
  });
});

/** start → the step under test → a close per port. */
function flowAround(type: AnyNodeType, { data, languages, unlinked, declares }: Case): FlowDocument {
  const nodes: Record<string, FlowNode> = {};
  const edges: Record<string, FlowEdge> = {};
  const add = (id: string, of: string, version: number, its: FlowNode['data']) => {
    nodes[id] = { id, type: of, version, title: { en: id }, position: { x: 0, y: 0 }, data: its };
  };
  const link = (from: string, port: string, to: string) => {
    edges[`${from}/${port}`] = { from, port, to };
  };
  add('it', type.type, type.version, data);
  if (!type.entry) {
    add('begin', 'start', 1, {});
    link('begin', 'next', 'it');
  }
  const ports = type.data.safeParse(data).success ? portsOf(type, data) : [];
  for (const { id } of ports.filter((port) => !unlinked.includes(port.id))) {
    const end = `to-${id.replace(':', '-')}`;
    add(end, 'close', 1, { message: null, disposition: id.replace(':', '-') });
    link('it', id, end);
  }
  const variables = Object.entries(declares).map(([variable, holds]) => ({
    name: variable,
    type: holds.replace('!', ''),
    scope: holds.startsWith('!') ? 'contact' : 'conversation',
    label: {},
  }));
  return flowDocumentSchema.parse({ format: 1, name: 'case', languages, triggers: [], listeners: [], variables, nodes, edges });
}

function expectPlayed(played: Transcript, wanted: Case['expect']): void {
  const messages = played.entries.filter(({ from }) => from === 'assistant');
  const left = played.entries.flatMap(({ trace = [] }) => trace.flatMap((entry) => (entry.kind === 'left' && entry.node === 'it' ? [`${entry.port} ${entry.reason}`] : [])));
  const seen = {
    said: messages.map(({ text }) => text),
    options: messages.at(-1)?.options?.map(({ label }) => label),
    left,
    effects: played.effects.map(({ kind }) => kind),
    answers: played.effects.flatMap((effect) => (effect.kind === 'answer.record' ? [effect.value.en] : [])),
    handoff: played.effects.flatMap((effect) => (effect.kind === 'handoff.request' ? [effect.requirement] : [])).at(-1),
    closed: played.effects.flatMap((effect) => (effect.kind === 'conversation.close' ? [effect.disposition] : [])).at(-1),
    status: played.state,
    variables: played.variables,
    patched: Object.fromEntries(played.effects.flatMap((effect) => (effect.kind === 'contact.patch' ? [[effect.name, effect.value]] : []))),
  };
  for (const key of Object.keys(seen) as (keyof typeof seen)[]) {
    if (wanted[key] !== undefined) expect(seen[key], key).toEqual(wanted[key]);
  }
}
