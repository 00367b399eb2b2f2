import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '@/flows/compiler/compile';
import type { Calendar } from '@/flows/calendars/calendar';
import type { ActionJson, CompiledFlow, GuardJson } from '@/flows/compiler/machine-json';
import type { Json } from '@/flows/document/json';
import { parseDocument } from '@/flows/document/parse-document';
import type { EngineEvent, SessionState } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { defaultRegistry } from '@/flows/nodes/registry';
import { type Reader, type Session, type World, begin, play } from './interpreter';
import { Turn3 } from './vocabulary-3';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const contact = { name: 'Claire', email: null, phone: null, locale: 'fr', attributes: { visits: 3, tier: 7 } };
const hours = [{ from: '09:00', to: '09:06' }];
const service: Calendar = { key: 'service', name: {}, timeZone: 'UTC', spans: { mon: hours, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: [] };
const calendars = { service };
const articles = ['Où est mon colis ?', 'Être remboursé', 'Garantie'].map((title, index) => ({ id: `a${index}`, title: { fr: title, en: `Title ${index}` }, answer: { fr: index === 2 ? ' ' : `Réponse ${index} {{ contact.name }}` } }));
const results: Json[] = [
  { outcome: 'answered', candidates: articles.slice(0, 1) }, { outcome: 'unsure', candidates: articles }, { outcome: 'unsure', candidates: articles.slice(1, 2) },
  { outcome: 'answered', candidates: articles.slice(2) }, { outcome: 'answered', candidates: [] }, { outcome: 'none', candidates: [] }, null,
  { outcome: 'ok', status: 200, values: { note: 'noted', total: 12.5 } }, { outcome: 'ok', status: 200, values: { note: 4, total: 'x' } }, { outcome: 'ok' }, { outcome: 'status:gone', status: 404, values: {} },
];

/** One thing the world may do; which timer or button it means is settled when the session is known. */
interface Draw {
  what: 'write' | 'write' | 'press' | 'timer' | 'late-timer' | 'unavailable' | 'late-unavailable' | 'left' | 'joined' | 'released' | 'closed' | 'result' | 'no-result' | 'late-result';
  pick: number;
  wait: number;
}
const draws: fc.Arbitrary<Draw[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Draw['what'][]>('write', 'write', 'write', 'press', 'press', 'press', 'timer', 'late-timer', 'unavailable', 'late-unavailable', 'left', 'joined', 'released', 'closed', 'result', 'result', 'result', 'result', 'no-result', 'late-result'),
    pick: fc.nat(1000),
    wait: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 25 },
);

/** Everything that can be said or pressed in a flow, and things that cannot. */
function vocabularyOf(flow: CompiledFlow): { words: string[]; values: string[] } {
  const words = new Set(['', '  ', '1', '2', '3', 'zzz', 'STOP!', 'stop', 'sop', 'same', 'loop', 'broken', 'été', '{{ contact.name }}', 'claire@exemple.fr', '12', '1 386,50', '2.5', 'demain', 'Title 0', 'etre rembourse', 'helped']);
  const values = new Set(['nobody:knows', 'constructor', 'faq:candidate-0', 'faq:candidate-1', 'faq:candidate-9', 'again:candidate-0']);
  JSON.stringify(flow.machine.states, (key, value: unknown) => {
    if (key === 'keys') for (const word of value as string[]) words.add(word);
    if (key === 'value' && typeof value === 'string') values.add(value);
    return value;
  });
  return { words: [...words], values: [...values] };
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

function eventOf({ what, pick }: Draw, state: SessionState, { words, values }: { words: string[]; values: string[] }): EngineEvent {
  const text = at(words, pick) ?? '';
  const choice = at(values, pick);
  const message = { id: `m${pick}`, text, ...(what === 'press' && choice !== undefined && { choice }) };
  if (state.seq === 0 && pick % 20 !== 0) return { type: 'session.started', input: pick % 2 === 0 ? { total: pick } : {}, language: at(['fr', 'en', 'fr-CA', 'de'], pick) ?? 'fr', message };
  const timerId = at(Object.keys(state.timers).sort(), pick) ?? 'none:1000';
  switch (what) {
    case 'write':
    case 'press':
      return { type: 'message.received', message };
    case 'timer':
      return { type: 'timer.fired', timerId, generation: state.timers[timerId] ?? 0 };
    case 'late-timer':
      return { type: 'timer.fired', timerId, generation: (state.timers[timerId] ?? 0) - 1 };
    case 'unavailable':
      return { type: 'handoff.unavailable', effectId: state.handoff ?? 'none' };
    case 'late-unavailable':
      return { type: 'handoff.unavailable', effectId: 's:1:99' };
    case 'result':
      return { type: 'effect.succeeded', effectId: state.awaited ?? 'none', result: at(results, pick) ?? null };
    case 'no-result':
      return { type: 'effect.failed', effectId: state.awaited ?? 'none', error: { code: 'gone', message: '' } };
    case 'late-result':
      return { type: 'effect.succeeded', effectId: 's:1:99', result: at(results, pick) ?? null };
    case 'left':
      return { type: 'customer.left' };
    default:
      return { type: `agent.${what}`, agentId: 'lea' };
  }
}

/** The engine's session in the interpreter's words. */
function inWords({ frames, seq, status, timers, handoff, awaited = null }: SessionState): Session {
  const frame = frames.at(-1);
  if (!frame) throw new Error('no frame');
  return { value: frame.value, context: frame.context, seq, status, timers, handoff, awaited };
}

/** Every name of the vocabulary: a new one has to be added here, and to be played. */
const VOCABULARY: Record<ActionJson['type'] | GuardJson['type'], true> = {
  send: true, count: true, reset: true, assign: true, 'assign-template': true, 'assign-expression': true, 'take-answer': true, 'patch-contact': true, 'search-knowledge': true,
  request: true, 'take-values': true, 'hold-message': true,
  'keep-result': true, 'send-candidates': true, 'send-article': true, 'record-answer': true, 'request-handoff': true, 'cancel-handoff': true, close: true, enter: true, leave: true,
  'matches-option': true, 'counter-below': true, expression: true, 'answer-valid': true, 'open-at': true, 'result-is': true, 'matches-candidate': true, all: true,
};

function namesIn(flow: CompiledFlow): Set<string> {
  const found = new Set<string>();
  JSON.stringify(flow.machine.states, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && 'params' in value) found.add(String(value.type));
    return value;
  });
  return found;
}

/** Plays scripts through both and returns how often each state was rested in. */
function compare(flow: CompiledFlow, runs: number, said: readonly string[] = [], reader?: Reader): Map<string, number> {
  const known = vocabularyOf(flow);
  const vocabulary = said.length > 0 ? { ...known, words: [...said] } : known;
  const visited = new Map<string, number>();
  fc.assert(
    fc.property(draws, (script) => {
      let engine = startState(flow.ref, flow, { rng: 1, language: 'fr' });
      let session = begin(flow, 'fr');
      let now = Date.UTC(2026, 0, 5, 9);
      for (const draw of script) {
        now += draw.wait;
        const event = eventOf(draw, engine, vocabulary);
        const world: World = { now, sessionId: 's', contact, calendars, ...DEFAULT_LIMITS };
        const result = step(engine, event, { now, sessionId: 's', facts: { contact, calendars }, flows: () => flow, limits: DEFAULT_LIMITS });
        const mine = play(flow, session, event, world, reader);
        expect({ session: mine.session, effects: mine.effects }).toEqual({ session: inWords(result.state), effects: result.effects });
        engine = result.state;
        session = mine.session;
        visited.set(session.value, (visited.get(session.value) ?? 0) + 1);
        visited.set(session.status, (visited.get(session.status) ?? 0) + 1);
      }
    }),
    { numRuns: runs, seed: 20260105 },
  );
  return visited;
}

describe('an independent interpreter of docs/machine.md agrees with the engine', () => {
  it('is at most 150 lines, later words beside it, and leans on neither XState nor the engine', () => {
    const sources = ['./interpreter.ts', './vocabulary-2.ts', './vocabulary-3.ts'].map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
    expect(sources[0]?.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    const imports = sources.flatMap((source) => [...source.matchAll(/from '([^']+)'/g)].map(([, path]) => path));
    expect(imports.filter((path) => !/^@\/flows\/(compiler\/machine-json$|(document|expressions|calendars|answers|http)\/)|^\.\/(interpreter|vocabulary-2)$/.test(path ?? ''))).toEqual([]);
  });

  it('on 1,000 random scripts of the customer service flow', () => {
    const parsed = parseDocument(read('../../flows/library/customer-service.flow.json'));
    if (!parsed.ok) throw new Error('the library flow does not parse');
    const compiled = compile(parsed.document, { ref: 'demo', registry: defaultRegistry });
    if (!compiled.ok) throw new Error('the library flow does not compile');
    const flow = JSON.parse(JSON.stringify(compiled.flow)) as CompiledFlow;
    const visited = compare(flow, 1000, [], Turn3);
    const resting = Object.entries(flow.machine.states).filter(([, { always }]) => !always).map(([state]) => state);
    expect(resting.filter((state) => !visited.has(state))).toEqual([]);
  });

  it('on 2,000 random scripts of a flow of every step that asks, answers, decides, waits and remembers', () => {
    const parsed = parseDocument(read('./memory.flow.json'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const compiled = compile(parsed.document, { ref: 'memory', registry: defaultRegistry });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
    const flow = JSON.parse(JSON.stringify(compiled.flow)) as CompiledFlow;
    const visited = compare(flow, 2000, ['claire@exemple.fr', '12', 'demain', '1 386,50', '', 'oui', 'non', '1', '2', 'été', 'conseiller', 'je ne l’ai pas', 'title 0', 'broken', 'lundi'], Turn3);
    const resting = Object.entries(flow.machine.states).filter(([, { always }]) => !always).map(([state]) => state);
    expect(resting.filter((state) => !visited.has(state))).toEqual([]);
    expect([...new Set([...namesIn(flow), ...namesIn(read('./vocabulary.compiled.json') as CompiledFlow)])].sort()).toEqual(Object.keys(VOCABULARY).sort());
  });

  it('on 1,000 random scripts of a machine that uses the whole of vocabulary 1', () => {
    const flow = read('./vocabulary.compiled.json') as CompiledFlow;
    const visited = compare(flow, 1000);
    const resting = Object.entries(flow.machine.states).filter(([, { always }]) => !always).map(([state]) => state);
    expect(resting.filter((state) => !visited.has(state))).toEqual([]);
    for (const status of ['active', 'done', 'failed']) expect(visited.get(status)).toBeGreaterThan(0);
  });
});
