import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { parseDocument } from '@/flows/document/parse-document';
import type { EngineEvent, SessionState } from '@/flows/engine/engine-types';
import { DEFAULT_LIMITS } from '@/flows/engine/limits';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { defaultRegistry } from '@/flows/nodes/registry';
import { type Session, type World, begin, play } from './interpreter';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const contact = { name: 'Claire', email: null, phone: null, locale: 'fr' };

/** One thing the world may do; which timer or button it means is settled when the session is known. */
interface Draw {
  what: 'write' | 'write' | 'press' | 'timer' | 'late-timer' | 'unavailable' | 'late-unavailable' | 'left' | 'joined' | 'released' | 'closed' | 'answer';
  pick: number;
  wait: number;
}
const draws: fc.Arbitrary<Draw[]> = fc.array(
  fc.record({
    what: fc.constantFrom<Draw['what'][]>('write', 'write', 'write', 'press', 'press', 'press', 'timer', 'late-timer', 'unavailable', 'late-unavailable', 'left', 'joined', 'released', 'closed', 'answer'),
    pick: fc.nat(1000),
    wait: fc.nat(100_000),
  }),
  { minLength: 1, maxLength: 25 },
);

/** Everything that can be said or pressed in a flow, and things that cannot. */
function vocabularyOf(flow: CompiledFlow): { words: string[]; values: string[] } {
  const words = new Set(['', '  ', '1', '2', '3', 'zzz', 'STOP!', 'stop', 'sop', 'same', 'loop', 'broken', 'été', '{{ contact.name }}']);
  const values = new Set(['nobody:knows', 'constructor']);
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
    case 'answer':
      return { type: 'effect.succeeded', effectId: 's:1:0', result: null };
    case 'left':
      return { type: 'customer.left' };
    default:
      return { type: `agent.${what}`, agentId: 'lea' };
  }
}

/** The engine's session in the interpreter's words. */
function inWords({ frames, seq, status, timers, handoff }: SessionState): Session {
  const frame = frames.at(-1);
  if (!frame) throw new Error('no frame');
  return { value: frame.value, context: frame.context, seq, status, timers, handoff };
}

/** Plays scripts through both and returns how often each state was rested in. */
function compare(flow: CompiledFlow, runs: number): Map<string, number> {
  const vocabulary = vocabularyOf(flow);
  const visited = new Map<string, number>();
  fc.assert(
    fc.property(draws, (script) => {
      let engine = startState(flow.ref, flow, { rng: 1, language: 'fr' });
      let session = begin(flow, 'fr');
      let now = Date.UTC(2026, 0, 5, 9);
      for (const draw of script) {
        now += draw.wait;
        const event = eventOf(draw, engine, vocabulary);
        const world: World = { now, sessionId: 's', contact, ...DEFAULT_LIMITS };
        const result = step(engine, event, { now, sessionId: 's', facts: { contact }, flows: () => flow, limits: DEFAULT_LIMITS });
        const mine = play(flow, session, event, world);
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
  it('is at most 150 lines and leans on neither XState nor the engine', () => {
    const source = readFileSync(new URL('./interpreter.ts', import.meta.url), 'utf8');
    expect(source.split('\n').length - 1).toBeLessThanOrEqual(150);
    const imports = [...source.matchAll(/from '([^']+)'/g)].map(([, path]) => path);
    expect(imports.every((path) => path === '@/flows/compiler/machine-json' || path?.startsWith('@/flows/expressions/'))).toBe(true);
  });

  it('on 1,000 random scripts of the customer service flow', () => {
    const parsed = parseDocument(read('../../flows/library/customer-service.flow.json'));
    if (!parsed.ok) throw new Error('the library flow does not parse');
    const compiled = compile(parsed.document, { ref: 'demo', registry: defaultRegistry });
    if (!compiled.ok) throw new Error('the library flow does not compile');
    const flow = JSON.parse(JSON.stringify(compiled.flow)) as CompiledFlow;
    const visited = compare(flow, 1000);
    expect(Object.keys(flow.machine.states).filter((state) => !visited.has(state))).toEqual([]);
  });

  it('on 1,000 random scripts of a machine that uses the whole vocabulary', () => {
    const flow = read('./vocabulary.compiled.json') as CompiledFlow;
    const visited = compare(flow, 1000);
    const resting = Object.entries(flow.machine.states).filter(([, { always }]) => !always).map(([state]) => state);
    expect(resting.filter((state) => !visited.has(state))).toEqual([]);
    for (const status of ['active', 'done', 'failed']) expect(visited.get(status)).toBeGreaterThan(0);
  });
});
