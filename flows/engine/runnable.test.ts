import { transition } from 'xstate';
import { describe, expect, it } from 'vitest';
import type { CompiledFlow } from '@/flows/compiler/machine-json';
import { demoFlow, depsFor } from './demo-flow.test-support';
import { createRunnable } from './runnable';
import { runnable } from './runnable-cache';

const flow = demoFlow();
const context = { variables: { a: 1 }, counters: { 'welcome.tries': 1 }, language: 'fr' };

describe('restoring a state', () => {
  const ready = createRunnable(flow, 200);
  // The second visit is the one that uses the template the first has left behind.
  it.each(Object.keys(flow.machine.states))('%s is as resolveState() gives it', (value) => {
    ready.rest(value, { ...context, counters: {} });
    const restored = ready.rest(value, context);
    const resolved = ready.machine.resolveState({ value, context });
    expect(JSON.stringify(restored)).toBe(JSON.stringify(resolved));
    const turn = { message: { id: '1', text: '1' }, facts: {}, languages: ['fr'], limits: depsFor(flow).limits };
    for (const type of ['session.started', 'message.received', 'agent.joined', 'agent.released', 'agent.closed']) {
      const [a, actionsA] = transition(ready.machine, restored, { type, turn });
      const [b, actionsB] = transition(ready.machine, resolved, { type, turn });
      expect(JSON.stringify(a)).toBe(JSON.stringify(b));
      expect(actionsA.map((action) => action.type)).toEqual(actionsB.map((action) => action.type));
    }
  });

  it('refuses a state the flow does not have', () => {
    expect(() => ready.rest('gone/answer', context)).toThrow('no state gone/answer');
    expect(() => ready.rest('constructor', context)).toThrow('no state constructor');
  });
});

describe('the cache', () => {
  it('keeps a flow, also when it is read from storage again', () => {
    const first = runnable(flow, 200);
    expect(runnable(flow, 200)).toBe(first);
    expect(runnable(JSON.parse(JSON.stringify(flow)) as CompiledFlow, 200)).toBe(first);
  });

  it('does not mistake a changed draft for the one of the same name', () => {
    const changed: CompiledFlow = { ...flow, machine: { ...flow.machine, context: { ...flow.machine.context, language: 'en' } } };
    expect(runnable(changed, 200)).not.toBe(runnable(flow, 200));
  });

  it('forgets the oldest when it is full', () => {
    const padded = (ref: string): CompiledFlow => ({ ...flow, ref, machine: { ...flow.machine, context: { ...context, variables: { pad: 'x'.repeat(3_000_000) } } } });
    const [a, b, c] = [padded('a'), padded('b'), padded('c')];
    const first = runnable(a, 200);
    runnable(b, 200);
    expect(runnable(a, 200)).toBe(first);
    runnable(c, 200);
    expect(runnable(a, 200)).toBe(first);
    const second = runnable(b, 200);
    expect(runnable(b, 200)).toBe(second);
    expect(runnable(c, 200)).not.toBe(first);
  });
});
