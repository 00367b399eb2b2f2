import { describe, expect, it } from 'vitest';
import type { ActionJson, CompiledFlow, GuardJson, StateJson } from '@/flows/compiler/machine-json';
import { demoFlow, depsFor } from './demo-flow.test-support';
import type { EngineEvent, SessionState, StepDeps, StepResult } from './engine-types';
import { startState } from './start-state';
import { step } from './step';

const demo = demoFlow();
const says = (text: string, choice?: string): EngineEvent => ({ type: 'message.received', message: { id: text, text, ...(choice === undefined ? {} : { choice }) } });
const start = (language = 'en'): EngineEvent => ({ type: 'session.started', input: {}, language, message: { id: '0', text: 'hello' } });

/** Plays events in order; each at its own second. */
function play(flow: CompiledFlow, events: EngineEvent[], change: Partial<StepDeps> = {}): StepResult[] {
  let state = startState(flow.ref, flow, { rng: 0, language: 'en' });
  return events.map((event, index) => {
    const result = step(state, event, depsFor(flow, { now: index * 1000, ...change }));
    state = result.state;
    return result;
  });
}

const last = (results: StepResult[]): StepResult => {
  const result = results.at(-1);
  if (!result) throw new Error('nothing was played');
  return result;
};

/** A machine written by hand: what the compiler would refuse, the engine must still survive. */
function handmade(actions: ActionJson[], more: { guard?: GuardJson; states?: Record<string, StateJson>; target?: string } = {}): CompiledFlow {
  const meta = { node: 'n', wait: 'w' };
  const started = { target: more.target ?? 'n/w', actions, ...(more.guard ? { guard: more.guard } : {}) };
  return {
    ref: JSON.stringify([actions, more]),
    vocabulary: 1,
    compiler: 'test',
    languages: ['en'],
    facts: [],
    sourceMap: { idle: 'begin', 'n/w': 'n', ended: 'begin' },
    machine: {
      id: 'relais',
      initial: 'idle',
      context: { variables: {}, counters: {}, language: 'en' },
      states: {
        idle: { meta: { node: 'begin', wait: 'idle' }, on: { 'session.started': [started] } },
        'n/w': { meta, after: { '5000': [{ target: 'n/w', reenter: true }] } },
        ...more.states,
        ended: { type: 'final', meta },
      },
    },
  };
}
const send = (text: string): ActionJson => ({ type: 'send', params: { parts: [{ kind: 'text', text: { en: text } }] } });
const enter: ActionJson = { type: 'enter', params: { node: 'n' } };

describe('timers', () => {
  const timer = 'welcome/answer:1800000';

  it('arms the timer of the state it comes to rest in, with the turn as its generation', () => {
    const { effects, state } = last(play(demo, [start()]));
    expect(effects.at(-1)).toEqual({ id: 's:1:1', kind: 'timer.set', timerId: timer, generation: 1, fireAt: 1_800_000 });
    expect(state.timers).toEqual({ [timer]: 1 });
  });

  it('re-arms it when the question is asked again, so that the first one is stale', () => {
    const asked = 'refund-stage/answer:1800000';
    const [, , again, stale, due] = play(demo, [start(), says('2'), says('what?'), { type: 'timer.fired', timerId: asked, generation: 2 }, { type: 'timer.fired', timerId: asked, generation: 3 }]);
    expect(again?.effects.map(({ kind }) => kind)).toEqual(['timer.cancel', 'message.send', 'timer.set']);
    expect(again?.state.timers).toEqual({ [asked]: 3 });
    expect(stale?.trace).toEqual([{ kind: 'ignored', event: 'timer.fired', why: 'stale-timer' }]);
    expect(stale?.state.timers).toEqual({ [asked]: 3 });
    expect(due?.state.status).toBe('done');
    expect(due?.effects.map(({ kind }) => kind)).toEqual(['message.send', 'conversation.close']);
  });

  it('fires once', () => {
    const fired: EngineEvent = { type: 'timer.fired', timerId: 'n/w:5000', generation: 1 };
    const [, first, second] = play(handmade([]), [start(), fired, fired]);
    expect(first?.state.timers).toEqual({ 'n/w:5000': 2 });
    expect(second?.trace).toEqual([{ kind: 'ignored', event: 'timer.fired', why: 'stale-timer' }]);
  });
});

describe('a session', () => {
  it('gives effects ids of session, turn and position', () => {
    const results = play(demo, [start(), says('1')]);
    expect(results.flatMap(({ effects }) => effects.map(({ id }) => id))).toEqual(['s:1:0', 's:1:1', 's:2:0', 's:2:1', 's:2:2', 's:2:3']);
  });

  it('takes language and variables from its start, and the first message into templates only', () => {
    const flow = handmade([enter, send('{{ message.text }} {{ contact.name }} {{ vip }}')]);
    const { state, effects } = last(play(flow, [{ type: 'session.started', input: { vip: 'yes' }, language: 'fr', message: { id: '0', text: 'hi' } }]));
    expect(state.frames[0]?.context).toEqual({ variables: { vip: 'yes' }, counters: {}, language: 'fr' });
    expect(effects[0]).toMatchObject({ node: 'n', content: { language: 'fr', parts: [{ kind: 'text', text: 'hi Claire yes' }] } });
  });

  it('shows templates what was assigned before them in the same turn', () => {
    const flow = handmade([send('a{{ x }}'), { type: 'assign', params: { variable: 'x', value: 1 } }, send('b{{ x }}')]);
    expect(last(play(flow, [start()])).effects.flatMap((effect) => (effect.kind === 'message.send' ? effect.content.parts : []))).toEqual([{ kind: 'text', text: 'a' }, { kind: 'text', text: 'b1' }]);
  });

  it('lets no variable take the place of the contact', () => {
    const flow = handmade([send('{{ contact.name }}')]);
    const { effects } = last(play(flow, [{ type: 'session.started', input: { contact: { name: 'Mallory' } }, language: 'en' }]));
    expect(effects[0]).toMatchObject({ content: { parts: [{ text: 'Claire' }] } });
  });

  it('sends nothing where a template comes out blank', () => {
    expect(last(play(handmade([send('{% if vip %}x{% endif %}')]), [start()])).effects.map(({ kind }) => kind)).toEqual(['timer.set']);
  });

  it('hears nothing once it is over', () => {
    const [, , over] = play(demo, [start(), { type: 'agent.closed', agentId: 'lea' }, says('1')]);
    expect(over).toMatchObject({ effects: [], state: { status: 'done' }, trace: [{ kind: 'ignored', why: 'session-over' }] });
  });

  it('is ended by a person who closes, wherever it rests, with its timers', () => {
    const { state, effects } = last(play(demo, [start(), { type: 'agent.closed', agentId: 'lea' }]));
    expect([state.status, state.timers, effects.map(({ kind }) => kind)]).toEqual(['done', {}, ['timer.cancel']]);
  });

  it('takes no for an answer only to the request it waits on', () => {
    const [, asked, stale, ignored, joined] = play(demo, [
      start(),
      says('4'),
      { type: 'handoff.unavailable', effectId: 's:1:0' },
      { type: 'handoff.unavailable', effectId: 's:2:3' },
      { type: 'agent.joined', agentId: 'lea' },
    ]);
    expect(asked?.state.handoff).toBe('s:2:3');
    expect(stale?.trace).toEqual([{ kind: 'ignored', event: 'handoff.unavailable', why: 'stale-effect' }]);
    expect(ignored?.trace).toEqual([{ kind: 'ignored', event: 'handoff.unavailable', why: 'unexpected-event' }]);
    expect(joined?.state.handoff).toBeNull();
  });
});

describe('a pressed button', () => {
  const leftBy = (event: EngineEvent) => last(play(demo, [start(), event])).trace[0];

  it('counts by its value, when the channel wrote other words beside it', () => {
    expect(leftBy(says('(pressed)', 'welcome:address'))).toMatchObject({ port: 'option:address' });
  });

  it('of another question counts by its words', () => {
    expect(leftBy(says('Talk to an advisor', 'order-help:escalate'))).toMatchObject({ port: 'option:other' });
  });
});

describe('a turn that fails', () => {
  const failing = (flow: CompiledFlow, change: Partial<StepDeps> = {}): { state: SessionState; failure: unknown; effects: number } => {
    const { state, trace, effects } = last(play(flow, [start()], change));
    return { state, failure: trace.at(-1), effects: effects.length };
  };
  const tight = (limits: Partial<StepDeps['limits']>): Partial<StepDeps> => ({ limits: { iterations: 200, effects: 50, textLength: 4096, ...limits } });

  it.each([
    ['an expression that cannot be evaluated', handmade([], { guard: { type: 'all', params: { of: [{ type: 'expression', params: { source: 'nobody.knows > 1' } }] } } }), {}, 'expression-failed', 'begin'],
    ['a template that cannot be rendered', handmade([enter, send('{{ x | nofilter }}')]), {}, 'expression-failed', 'n'],
    ['an action that throws', handmade([enter, { type: 'send', params: null } as never]), {}, 'node-threw', 'n'],
    ['an action nobody knows', handmade([enter, { type: 'launch', params: {} } as never]), {}, 'node-threw', 'n'],
    ['a guard nobody knows', handmade([], { guard: { type: 'launch', params: {} } as never }), {}, 'node-threw', 'begin'],
    ['too many effects', handmade([enter, send('1'), send('2'), send('3')]), tight({ effects: 2 }), 'limit-exceeded', 'n'],
    ['too long a text', handmade([enter, send('12345')]), tight({ textLength: 4 }), 'limit-exceeded', 'n'],
    [
      'a circle without a wait',
      handmade([], { target: 'a', states: { a: { meta: { node: 'a', wait: 'join' }, always: [{ target: 'b' }] }, b: { meta: { node: 'b', wait: 'join' }, always: [{ target: 'a' }] } } }),
      {},
      'limit-exceeded',
      'begin',
    ],
    ['a target that does not exist', handmade([], { target: 'gone' }), {}, 'node-threw', 'begin'],
    ['a flow that is gone', handmade([]), { flows: () => undefined }, 'flow-missing', undefined],
  ] as const)('by %s', (_name, flow, change, code, node) => {
    const { state, failure, effects } = failing(flow, change);
    expect(failure).toMatchObject({ kind: 'failed', code, ...(node === undefined ? {} : { node }) });
    expect([state.status, effects]).toEqual(['failed', 0]);
  });

  it('ends its timers and says how far it came', () => {
    const state: SessionState = { ...startState('demo', demo, { rng: 0, language: 'en' }), timers: { 'b:2': 1, 'a:1': 1 } };
    state.frames = [{ flow: 'demo', value: 'gone/answer', context: demo.machine.context }];
    expect(step(state, says('x'), depsFor(demo))).toMatchObject({
      state: { status: 'failed', timers: {}, handoff: null, seq: 1 },
      effects: [{ id: 's:1:0', kind: 'timer.cancel', timerId: 'a:1' }, { kind: 'timer.cancel', timerId: 'b:2' }],
      trace: [{ kind: 'failed', code: 'state-missing' }],
    });
    const { trace } = last(play(handmade([enter, send('{{ x | nofilter }}')]), [start()]));
    expect(trace.map(({ kind }) => kind)).toEqual(['entered', 'failed']);
  });
});

describe('vocabulary 2', () => {
  const hear = (guard: GuardJson, actions: ActionJson[] = []): CompiledFlow =>
    handmade([], { states: { 'n/w': { meta: { node: 'n', wait: 'w' }, on: { 'message.received': [{ target: 'ended', guard, actions }], 'effect.succeeded': [{ target: 'ended', guard, actions }] } } } });
  const search: ActionJson = { type: 'search-knowledge', params: { node: 'n', query: { from: 'message' }, limit: 3 } };

  it('goes on with sessions stored before results could be awaited or kept', () => {
    const [begun, after] = [startState(demo.ref, demo, { rng: 0, language: 'en' }), last(play(demo, [start()]))];
    const { awaited: _absent, ...stored } = JSON.parse(JSON.stringify(after.state)) as SessionState;
    expect(begun.frames[0]?.context).not.toHaveProperty('results');
    expect(step(stored, says('1'), depsFor(demo))).toEqual(step(after.state, says('1'), depsFor(demo)));
    expect(step(stored, { type: 'effect.succeeded', effectId: 'x', result: null }, depsFor(demo)).trace).toEqual([{ kind: 'ignored', event: 'effect.succeeded', why: 'stale-effect' }]);
  });

  it('hears the result it waits for, once', () => {
    const flow = handmade([search], { states: { 'n/w': { meta: { node: 'n', wait: 'w' }, on: { 'effect.succeeded': [{ actions: [{ type: 'keep-result', params: { node: 'n' } }] }] } } } });
    const [asked] = play(flow, [start()]);
    const effectId = asked?.effects[0]?.id ?? '';
    expect(asked?.effects).toEqual([{ id: effectId, kind: 'knowledge.search', node: 'n', query: 'hello', language: 'en', limit: 3 }]);
    if (!asked) throw new Error('nothing was played');
    const result = { outcome: 'none', candidates: [] };
    const heard = step(asked.state, { type: 'effect.succeeded', effectId, result }, depsFor(flow));
    expect(heard.state).toMatchObject({ awaited: null, frames: [{ context: { results: { n: result } } }] });
    expect(step(heard.state, { type: 'effect.succeeded', effectId, result }, depsFor(flow)).trace[0]).toMatchObject({ why: 'stale-effect' });
  });

  it('fails without the calendar it follows, naming it', () => {
    const results = play(hear({ type: 'open-at', params: { calendar: 'service' } }), [start(), says('x')]);
    expect(last(results).trace.at(-1)).toMatchObject({ kind: 'failed', code: 'fact-missing', detail: 'no calendar service', node: 'n' });
  });

  it('fails when what is assigned cannot be computed, keeping what was', () => {
    const assign: ActionJson = { type: 'assign-expression', params: { variable: 'x', source: 'none.of.these', type: 'text' } };
    const results = play(hear({ type: 'all', params: { of: [] } }, [{ type: 'assign', params: { variable: 'x', value: 1 } }, assign]), [start(), says('x')]);
    expect(last(results).state).toMatchObject({ status: 'failed', frames: [{ value: 'n/w', context: { variables: {} } }] });
    expect(last(results).trace.at(-1)).toMatchObject({ kind: 'failed', code: 'expression-failed' });
  });

  it('offers nothing for a result that is none, and is not led astray by a strange one', () => {
    const guard: GuardJson = { type: 'matches-candidate', params: { node: 'n', index: 0 } };
    const offer: ActionJson = { type: 'send-candidates', params: { node: 'n', parts: [{ kind: 'text', text: { en: 'Which?' } }], exits: [] } };
    for (const result of [null, 7, [], { candidates: 'x' }, { candidates: [null, { title: 4, answer: { en: 5 } }] }]) {
      const flow = handmade([search], {
        states: {
          'n/w': {
            meta: { node: 'n', wait: 'w' },
            on: { 'effect.succeeded': [{ actions: [{ type: 'keep-result', params: { node: 'n' } }, offer, { type: 'send-article', params: { node: 'n', index: 1 } }] }], 'message.received': [{ target: 'ended', guard }] },
          },
        },
      });
      const asked = last(play(flow, [start()]));
      const heard = step(asked.state, { type: 'effect.succeeded', effectId: asked.state.awaited ?? '', result }, depsFor(flow));
      expect(heard.state.status).toBe('active');
      expect(heard.effects).toHaveLength(1);
      expect(step(heard.state, says(''), depsFor(flow)).state.status).toBe('active');
    }
  });
});

describe('vocabulary 3', () => {
  const request: ActionJson = { type: 'request', params: { node: 'n', method: 'GET', url: 'https://shop.example.com/', headers: [], query: [], body: null, timeoutMs: 1000, keyed: false, outcomes: {}, reads: [] } };
  const tell: ActionJson = { type: 'send', params: { parts: [{ kind: 'text', text: { en: 'I heard {{ message.text }}' } }] } };
  const flow = handmade([request], {
    states: {
      'n/w': { meta: { node: 'n', wait: 'w' }, on: { 'message.received': [{ actions: [{ type: 'hold-message', params: { node: 'n' } }] }], 'effect.succeeded': [{ target: 'n/next', actions: [tell] }] } },
      'n/next': { meta: { node: 'n', wait: 'next' }, on: { 'message.received': [{ actions: [tell] }] } },
    },
  });

  it('holds what is written while a service is asked, and hears it as one message in the turn of the answer', () => {
    const asked = last(play(flow, [start(), says('are you'), says('there?')]));
    expect(asked.effects).toEqual([]);
    const answered = step(asked.state, { type: 'effect.succeeded', effectId: asked.state.awaited ?? '', result: null }, depsFor(flow));
    expect(answered.effects.map((effect) => [effect.id.split(':').slice(-2).join(':'), effect.kind === 'message.send' && effect.content.parts[0]?.text])).toEqual([
      [`${asked.state.seq + 1}:0`, 'I heard '],
      [`${asked.state.seq + 1}:1`, 'I heard are you\nthere?'],
    ]);
    expect(answered.state.seq).toBe(asked.state.seq + 1);
    expect(answered.state.frames[0]?.context).not.toHaveProperty('held');
  });
});
