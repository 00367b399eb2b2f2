import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoFlow, depsFor } from './demo-flow.test-support';
import type { EngineEvent, SessionState } from './engine-types';
import { startState } from './start-state';
import { step } from './step';

const flow = demoFlow();
const values = Object.values(flow.machine.states)
  .flatMap(({ on = {} }) => Object.values(on).flat())
  .flatMap(({ guard }) => (guard?.type === 'matches-option' ? [guard.params.value, ...guard.params.keys] : []));

const text = fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('1', '2', '3', 'Oui !', 'ÉCHANGE', '{{ contact }}', ''));
const message = fc.record({ id: fc.string({ maxLength: 4 }), text, choice: fc.option(fc.constantFrom(...values, 'nothing:here'), { nil: undefined }) }, { requiredKeys: ['id', 'text'] });
const timers = Object.entries(flow.machine.states).flatMap(([state, { after = {} }]) => Object.keys(after).map((ms) => `${state}:${ms}`));

/** What happens next, told relative to the state it happens in, so that it is often something that can happen. */
type Happening = (state: SessionState) => EngineEvent;
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: message.map((said): Happening => () => ({ type: 'message.received', message: said })) },
  { weight: 2, arbitrary: fc.nat(3).map((pick): Happening => (state) => {
    const live = Object.entries(state.timers);
    const [timerId, generation] = live[pick % Math.max(live.length, 1)] ?? ['none', 0];
    return { type: 'timer.fired', timerId, generation };
  }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('timer.fired' as const), timerId: fc.constantFrom(...timers, 'x'), generation: fc.nat(5) }).map((event): Happening => () => event) },
  { weight: 3, arbitrary: fc.constantFrom('joined', 'released', 'closed').map((what): Happening => () => ({ type: `agent.${what}` as 'agent.joined', agentId: 'lea' })) },
  { weight: 1, arbitrary: fc.boolean().map((right): Happening => (state) => ({ type: 'handoff.unavailable', effectId: right && state.handoff ? state.handoff : 'other' })) },
  { weight: 1, arbitrary: fc.constantFrom<EngineEvent>({ type: 'customer.left' }, { type: 'session.started', input: { x: 1 }, language: 'en' }, { type: 'effect.succeeded', effectId: 'e', result: null }).map((event): Happening => () => event) },
);
const story = fc.record({ language: fc.constantFrom('fr', 'en', 'fr-CA', 'de'), first: message, happenings: fc.array(happening, { maxLength: 25 }) });

describe('step()', () => {
  it('never throws, always answers the same, and loses nothing when the state is stored as JSON between steps', () => {
    fc.assert(
      fc.property(story, ({ language, first, happenings }) => {
        let state = startState('demo', flow, { rng: 7, language });
        let stored = state;
        const events: Happening[] = [() => ({ type: 'session.started', input: {}, language, message: first }), ...happenings];
        events.forEach((happen, index) => {
          const event = happen(state);
          const deps = depsFor(flow, { now: index * 1000 });
          const result = step(state, event, deps);
          expect(step(state, event, deps)).toEqual(result);
          const viaJson = step(JSON.parse(JSON.stringify(stored)) as SessionState, JSON.parse(JSON.stringify(event)) as EngineEvent, deps);
          expect(viaJson).toEqual(result);
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          expect(result.state.status).not.toBe('failed');
          expect(result.state.seq).toBe(state.seq + 1);
          state = result.state;
          stored = viaJson.state;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves the state it was given untouched', () => {
    const state = startState('demo', flow, { rng: 7, language: 'fr' });
    const before = JSON.stringify(state);
    step(state, { type: 'session.started', input: { a: 1 }, language: 'en' }, depsFor(flow));
    expect(JSON.stringify(state)).toBe(before);
  });

  it('survives states and events that are not what they should be', () => {
    const anything = fc.anything();
    fc.assert(
      fc.property(anything, anything, (frames, value) => {
        const state = { ...startState('demo', flow, { rng: 7, language: 'fr' }), frames: frames as SessionState['frames'] };
        expect(['failed', 'active', 'done']).toContain(step(state, { type: 'customer.left' }, depsFor(flow)).state.status);
        const odd = { ...startState('demo', flow, { rng: 7, language: 'fr' }) };
        odd.frames = [{ flow: 'demo', value: value as string, context: value as SessionState['frames'][number]['context'] }];
        expect(['failed', 'active']).toContain(step(odd, { type: 'message.received', message: { id: '1', text: 'x' } }, depsFor(flow)).state.status);
      }),
    );
  });
});
