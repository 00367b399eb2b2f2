import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { flowDocumentSchema, type FlowDocument } from '@/flows/document/flow-document';
import { simulate } from '../simulate';
import { scriptSchema, type Script } from '../script';
import type { Transcript, TranscriptEntry } from '../transcript';
import { transcriptSchema } from '../transcript-schema';
import { compareTranscripts } from './compare-transcripts';

const folder = fileURLToPath(new URL('../../library/', import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(folder + name, 'utf8'));
const document = flowDocumentSchema.parse(read('customer-service.flow.json'));
const goldens = readdirSync(folder)
  .filter((name) => name.startsWith('customer-service.') && name.endsWith('.transcript.json'))
  .map((name) => transcriptSchema.parse(read(name)));
const steps = new Set(Object.keys(document.nodes));
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const SCRIPT: Script = { language: 'en', events: [{ say: 'hi' }, { press: 'Track my order' }, { press: 'Talk to an advisor' }] };
const changed = (change: (document: FlowDocument) => void): FlowDocument => {
  const other = copy(document);
  change(other);
  return other;
};
const played = (flow: FlowDocument, script: Script = SCRIPT) => copy(simulate(flow, script));
const compare = (other: FlowDocument, script: Script = SCRIPT) => compareTranscripts(played(document, script), played(other, script), new Set(Object.keys(other.nodes)));

/** The flow with a step under another id, as after it was deleted and made again. */
function rebuilt(from: string, to: string): FlowDocument {
  const text = JSON.stringify(document)
    .replaceAll(`"${from}"`, `"${to}"`)
    .replaceAll(`"${from}/`, `"${to}/`);
  return flowDocumentSchema.parse(JSON.parse(text));
}

/** Changes one thing of an entry; null when the entry has no such thing. */
type Mutation = (entry: TranscriptEntry, dice: number) => TranscriptEntry | null;
const MUTATIONS: Record<string, Mutation> = {
  time: (entry) => ({ ...entry, at: new Date(Date.parse(entry.at) + 1).toISOString() }),
  speaker: (entry) => ({ ...entry, from: entry.from === 'system' ? 'agent' : 'system' }),
  words: (entry) => (entry.text === undefined ? null : { ...entry, text: `${entry.text}.` }),
  event: (entry) => (entry.event === undefined ? null : { ...entry, event: 'customer.waved' }),
  variable: (entry) => (entry.trace ? { ...entry, changed: { ...entry.changed, surprise: 1 } } : null),
  button: ({ options, ...entry }, dice) => (options ? { ...entry, options: options.map((option, index) => (index === dice % options.length ? { ...option, label: 'Other' } : option)) } : null),
  'a button less': ({ options, ...entry }) => (options ? { ...entry, options: options.slice(1) } : null),
  port: ({ trace, ...entry }) => onTrace({ ...entry, trace }, 'left', (item) => ({ ...item, port: 'elsewhere' })),
  reason: ({ trace, ...entry }) => onTrace({ ...entry, trace }, 'left', (item) => ({ ...item, reason: 'no reason' })),
  step: ({ trace, ...entry }) => onTrace({ ...entry, trace }, 'entered', (item) => ({ ...item, node: item.node === 'silent' ? 'welcome' : 'silent' })),
  'a step less': ({ trace, ...entry }) => (trace && trace.length > 0 ? { ...entry, trace: trace.slice(0, -1) } : null),
};
type Traced = TranscriptEntry & { trace?: TranscriptEntry['trace'] | undefined };
type Item = NonNullable<TranscriptEntry['trace']>[number];
function onTrace<K extends Item['kind']>(entry: Omit<Traced, never>, kind: K, change: (item: Extract<Item, { kind: K }>) => Item): TranscriptEntry | null {
  const at = entry.trace?.findIndex((item) => item.kind === kind) ?? -1;
  if (!entry.trace || at < 0) return null;
  return { ...entry, trace: entry.trace.map((item, index) => (index === at ? change(item as Extract<Item, { kind: K }>) : item)) };
}

describe('compareTranscripts()', () => {
  it('finds no difference between a transcript and itself', () => {
    expect(goldens.length).toBeGreaterThan(4);
    for (const golden of goldens) expect(compareTranscripts(golden, copy(golden), steps)).toBeNull();
  });

  it('finds any single change of an entry, whichever side it is on', () => {
    const made: Record<string, number> = {};
    const golden = fc.constantFrom(...goldens);
    const mutation = fc.constantFrom(...Object.keys(MUTATIONS), 'gone', 'twice');
    fc.assert(
      fc.property(golden, mutation, fc.nat(), fc.nat(99), fc.boolean(), (transcript, name, place, dice, swapped) => {
        const index = place % transcript.entries.length;
        const entry = transcript.entries[index] as TranscriptEntry;
        const mutated = name === 'gone' ? [] : name === 'twice' ? [entry, entry] : [MUTATIONS[name]?.(entry, dice) ?? null];
        fc.pre(!mutated.includes(null));
        made[name] = (made[name] ?? 0) + 1;
        const other = { ...transcript, entries: transcript.entries.toSpliced(index, 1, ...(mutated as TranscriptEntry[])) };
        const found = swapped ? compareTranscripts(other, transcript, steps) : compareTranscripts(transcript, other, steps);
        expect(found, `${name} at ${index}`).not.toBeNull();
      }),
      { numRuns: 1500, seed: 7 },
    );
    for (const name of [...Object.keys(MUTATIONS).filter((each) => each !== 'variable'), 'gone', 'twice']) expect(made[name], name).toBeGreaterThan(5);
  });

  it('finds what only the end tells', () => {
    const [golden] = goldens as [Transcript];
    const changes: Partial<Transcript>[] = [{ state: 'failed' }, { variables: { left: 'over' } }, { pendingTimers: [{ timerId: 'silent/x:1', fireAt: '2030-01-01T00:00:00.000Z' }] }];
    for (const change of changes) expect(compareTranscripts(golden, { ...golden, ...change }, steps)).not.toBeNull();
  });
});

describe('what is no behaviour', () => {
  it('a card that was moved, a step with another title, words in another language', () => {
    const other = changed(({ nodes }) => {
      for (const node of Object.values(nodes)) {
        node.position = { x: node.position.x + 70, y: -node.position.y };
        node.title = { en: 'Renamed', fr: 'Renommée' };
      }
    });
    const french = JSON.parse(JSON.stringify(other).replaceAll('Suivre ma commande', 'Ma commande')) as FlowDocument;
    expect(compare(french)).toBeNull();
  });

  it('a step that was rebuilt under another id', () => expect(compare(rebuilt('order-help', 'x9'))).toBeNull());

  it('but a way to another step that the flow had all along is one', () => {
    const other = changed(({ edges }) => {
      const edge = edges['order-help/escalate'];
      if (edge) edge.to = 'refund-advisor';
    });
    expect(compare(other)).toMatchObject({
      turn: 3,
      facets: [{ kind: 'path', expected: { kind: 'entered', node: 'delivery-advisor' }, actual: { kind: 'entered', node: 'refund-advisor' } }, { kind: 'said' }, { kind: 'effect' }],
    });
  });
});

describe('what is behaviour', () => {
  it('words, told apart within the first turn that has others', () => {
    const other = JSON.parse(JSON.stringify(document).replaceAll('Maison Lumen', 'Maison Lumin')) as FlowDocument;
    expect(compare(other)).toEqual({ turn: 1, facets: [expect.objectContaining({ kind: 'said', actual: expect.objectContaining({ text: expect.stringContaining('Lumin') as string }) as object })] });
  });

  it('the time a step waits', () => {
    const other = changed(({ nodes }) => Object.assign(nodes['order-help']?.data ?? {}, { noReply: { after: 'PT20M' } }));
    expect(compare(other)).toMatchObject({ turn: 2, facets: [{ kind: 'timer', expected: { node: 'order-help', at: '2026-01-05T09:30:00.000Z' }, actual: { at: '2026-01-05T09:20:00.000Z' } }] });
  });

  it('a turn that no longer comes', () => {
    const [full, short] = [played(document), played(document, { ...SCRIPT, events: SCRIPT.events.slice(0, 2) })];
    expect(compareTranscripts(full, short, steps)).toEqual({ turn: 3, facets: [{ kind: 'cause', expected: expect.objectContaining({ text: 'Talk to an advisor' }) as object, actual: null }] });
    expect(compareTranscripts(short, full, steps)).toMatchObject({ turn: 3, facets: [{ kind: 'cause', expected: null }] });
  });

  it('what a script gave the flow to begin with', () => {
    const script = scriptSchema.parse({ ...SCRIPT, variables: { order: '4711' } });
    expect(compareTranscripts(played(document), played(document, script), steps)).toMatchObject({ turn: 1, facets: [{ kind: 'variable', name: 'order', expected: null, actual: '4711' }] });
  });
});
