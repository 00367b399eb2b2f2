import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile } from '@/flows/compiler/compile';
import { flowDocumentSchema } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { Script } from './script';
import { simulate } from './simulate';
import { SimulationError } from './simulation-error';

const file = fileURLToPath(new URL('../library/customer-service.flow.json', import.meta.url));
const document = flowDocumentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const play = (events: Script['events'], more: Partial<Script> = {}) => simulate(document, { language: 'en', events, ...more });
const refusal = (events: Script['events']): SimulationError | undefined => {
  try {
    play(events);
    return undefined;
  } catch (error) {
    return error instanceof SimulationError ? error : undefined;
  }
};

describe('simulate()', () => {
  it('plays a compiled flow as it plays its document', () => {
    const compiled = compile(document, { ref: 'draft', registry: defaultRegistry });
    if (!compiled.ok) throw new Error('the demo flow is not sound');
    const script: Script = { language: 'en', events: [{ say: 'hi' }, { say: '1' }] };
    expect(simulate(compiled.flow, script)).toEqual(simulate(document, script));
  });

  it('starts at nine on a Monday unless told otherwise, and moves by the script only', () => {
    expect(play([{ say: 'hi' }]).entries[0]?.at).toBe('2026-01-05T09:00:00.000Z');
    const { entries, pendingTimers } = play([{ say: 'hi' }, { skip: 'PT10M' }, { say: '1' }], { start: '2026-02-28T23:55:00Z' });
    expect(entries.findLast(({ from }) => from === 'customer')?.at).toBe('2026-03-01T00:05:00.000Z');
    expect(pendingTimers).toEqual([{ timerId: 'order-help/answer:1800000', fireAt: '2026-03-01T00:35:00.000Z' }]);
  });

  it('fires a timer at its own time, however far the clock is moved', () => {
    const { entries, state } = play([{ say: 'hi' }, { skip: 'P2D' }]);
    expect(state).toBe('done');
    expect(entries.find(({ event }) => event === 'timer.fired')?.at).toBe('2026-01-05T09:30:00.000Z');
  });

  it('does not let the flow hear what is said to an agent', () => {
    const { entries } = play([{ say: 'hi' }, { say: '4' }, { agent: 'joined', as: 'lea' }, { say: '1' }]);
    expect(entries.at(-1)).toEqual({ at: '2026-01-05T09:00:00.000Z', from: 'customer', text: '1' });
  });

  it('presses the newest button of a name', () => {
    const { path } = play([{ say: 'hi' }, { press: 'Track my order' }, { press: 'Talk to an advisor' }]);
    expect(path).toEqual([
      { node: 'start', port: 'next' },
      { node: 'welcome', port: 'option:order' },
      { node: 'order-help', port: 'escalate' },
      { node: 'delivery-advisor' },
    ]);
  });

  it.each([
    [[{ say: 'hi' }, { press: 'Launch' }], 'no-such-button', 1],
    [[{ skip: 'next-timer' }], 'no-timer', 0],
    [[{ say: 'hi' }, { handoff: 'unavailable' }], 'no-handoff', 1],
  ] as [Script['events'], string, number][])('refuses what cannot happen: %j', (events, code, event) => {
    expect(refusal(events)).toMatchObject({ code, event });
  });

  it('refuses a flow with errors, saying which', () => {
    const { 'welcome/no-match': _gone, ...edges } = document.edges;
    expect(() => simulate({ ...document, edges }, { language: 'en', events: [{ say: 'hi' }] })).toThrow(SimulationError);
  });

  it('refuses a script that is not one', () => {
    expect(() => simulate(document, { language: 'en', events: [{ shout: 'HI' }] as never })).toThrow();
    expect(() => simulate(document, { language: 'en', start: '2026-13-01T00:00:00Z', events: [{ say: 'hi' }] })).toThrow('an instant in UTC');
  });
});
