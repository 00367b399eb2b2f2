import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantedRegistry, flowOf } from '@/flows/compiler/planted-types.test-support';
import { compile } from '@/flows/compiler/compile';
import type { CompiledFlow, TransitionJson } from '@/flows/compiler/machine-json';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { Json, JsonObject } from '@/flows/document/json';
import type { TraceEntry } from '@/flows/engine/engine-types';
import { startState } from '@/flows/engine/start-state';
import { step } from '@/flows/engine/step';
import { evaluateCondition } from '@/flows/expressions/condition';
import { linkMachine } from './link-machine';
import type { Linkable } from './linkable';

const message = (text: string): JsonObject => ({ message: { parts: [{ kind: 'text', text: { en: text } }] } });
const END: [string, string, JsonObject, Record<string, string>] = ['end', 'close', { message: null, disposition: 'done' }, {}];

function compiled(document: FlowDocument): CompiledFlow {
  const result = compile(document, { ref: JSON.stringify(document), registry: plantedRegistry });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.flow;
}

function run(flow: CompiledFlow, variables: JsonObject): { trace: readonly TraceEntry[]; status: string } {
  const state = startState(flow.ref, flow, { rng: 0, language: 'en' });
  const deps = { now: 0, sessionId: 's', facts: {}, flows: () => flow, limits: { iterations: 1000, effects: 1000, textLength: 1000 } };
  const { state: after, trace } = step(state, { type: 'session.started', input: variables, language: 'en' }, deps);
  return { trace, status: after.status };
}

const entered = (trace: readonly TraceEntry[]) => trace.flatMap((entry) => (entry.kind === 'entered' ? [entry.node] : []));
const transitions = (flow: CompiledFlow): TransitionJson[] =>
  Object.values(flow.machine.states).flatMap(({ on = {}, after = {}, always = [] }) => [...Object.values(on).flat(), ...Object.values(after).flat(), ...always]);

describe('folding', () => {
  it('makes one transition of a straight chain between two waits', () => {
    const flow = compiled(
      flowOf([['begin', 'start', {}, { next: 'hear' }], ['hear', 'listen', {}, { next: 'm1' }], ['m1', 'message', message('1'), { next: 'm2' }], ['m2', 'message', message('2'), { next: 'end' }], END]),
    );
    expect(Object.keys(flow.machine.states)).toEqual(['idle', 'hear/ear', 'ended']);
    expect(flow.machine.states['hear/ear']?.on?.['message.received']).toHaveLength(1);
  });

  it('makes guarded transitions of a branch, tried in the order drawn', () => {
    const flow = compiled(flowOf([['begin', 'start', {}, { next: 'if' }], ['if', 'when', { source: 'x == 1' }, { yes: 'm1', no: 'end' }], ['m1', 'message', message('1'), { next: 'end' }], END]));
    const started = flow.machine.states.idle?.on?.['session.started'];
    expect(started?.map(({ guard, target }) => [guard?.type, target])).toEqual([['expression', 'ended'], [undefined, 'ended']]);
  });

  it('tries a branch in a state of its own when the same fold has written what it reads', () => {
    const rows = (variable: string) =>
      flowOf([['begin', 'start', {}, { next: 'set' }], ['set', 'set', { variable, value: 1 }, { next: 'if' }], ['if', 'when', { source: 'x == 1' }, { yes: 'm1', no: 'end' }], ['m1', 'message', message('1'), { next: 'end' }], END]);
    const cut = compiled(rows('x'));
    expect(Object.keys(cut.machine.states)).toContain('if/branch-1');
    expect(cut.machine.states['if/branch-1']?.always).toHaveLength(2);
    expect(entered(run(cut, { x: 0 }).trace)).toEqual(['begin', 'set', 'if', 'm1', 'end']);
    expect(Object.keys(compiled(rows('y')).machine.states)).toEqual(['idle', 'ended']);
  });

  it('does so within one step that writes and reads', () => {
    const flow = compiled(flowOf([['begin', 'start', {}, { next: 't1' }], ['t1', 'tally', { counter: 'c', limit: 2 }, { few: 't2', many: 'end' }], ['t2', 'tally', { counter: 'c', limit: 2 }, { few: 'begun', many: 'end' }], ['begun', 'message', message('no'), { next: 'end' }], END]));
    expect(entered(run(flow, {}).trace)).toEqual(['begin', 't1', 't2', 'end']);
  });
});

it('shares a step that more than eight ways lead to, and copies it for fewer', () => {
  const picture = (ways: number) => {
    const options = Array.from({ length: ways }, (_, i) => ({ id: `o${i}`, label: { en: `word ${i}` }, synonyms: {} }));
    const links = { ...Object.fromEntries(options.map(({ id }) => [`option:${id}`, 'm'])), 'no-match': 'end' };
    const question: JsonObject = { ...message('Which?'), options, tries: 1, retry: {}, noReply: null };
    return compiled(flowOf([['begin', 'start', {}, { next: 'ask' }], ['ask', 'choices', question, links], ['m', 'message', message('m'), { next: 'end' }], END])).machine.states;
  };
  expect(Object.keys(picture(9))).toContain('m/join');
  expect(Object.keys(picture(8))).not.toContain('m/join');
});

describe('a chain of 50 re-joining conditions', () => {
  const rows: Parameters<typeof flowOf>[0] = [['begin', 'start', {}, { next: 'if0' }], END];
  for (let i = 0; i < 50; i += 1) {
    const next = i === 49 ? 'end' : `if${i + 1}`;
    rows.push([`if${i}`, 'when', { source: `v${i}` }, { yes: `yes${i}`, no: `no${i}` }]);
    rows.push([`yes${i}`, 'message', message(`yes ${i}`), { next }], [`no${i}`, 'message', message(`no ${i}`), { next }]);
  }
  const document = flowOf(rows);
  const flow = compiled(document);

  it('stays below four times the document', () => {
    expect(JSON.stringify(flow.machine).length).toBeLessThan(4 * JSON.stringify(document).length);
  });

  it('copies no step more than eight times', () => {
    const copies = new Map<string, number>();
    for (const { actions = [] } of transitions(flow)) {
      for (const action of actions) if (action.type === 'enter') copies.set(action.params.node, (copies.get(action.params.node) ?? 0) + 1);
    }
    expect(Math.max(...copies.values())).toBeLessThanOrEqual(8);
  });

  it('goes where its conditions say', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }), (values) => {
        const { trace, status } = run(flow, Object.fromEntries(values.map((value, i) => [`v${i}`, value])));
        expect(status).toBe('done');
        expect(entered(trace)).toEqual(['begin', ...values.flatMap((value, i) => [`if${i}`, `${value ? 'yes' : 'no'}${i}`]), 'end']);
      }),
      { numRuns: 30 },
    );
  });
});

it('keeps a chain of 60 conditions that never re-join below four times the document', () => {
  const rows: Parameters<typeof flowOf>[0] = [['begin', 'start', {}, { next: 'if0' }], END];
  for (let i = 0; i < 60; i += 1) {
    rows.push([`if${i}`, 'when', { source: `v${i}` }, { yes: i === 59 ? 'end' : `if${i + 1}`, no: `end${i}` }]);
    rows.push([`end${i}`, 'close', { message: null, disposition: `d${i}` }, {}]);
  }
  const document = flowOf(rows);
  expect(JSON.stringify(compiled(document).machine).length).toBeLessThan(4 * JSON.stringify(document).length);
});

it('compiles 5,000 steps that never wait, however deep that folds', () => {
  const rows: Parameters<typeof flowOf>[0] = [['begin', 'start', {}, { next: 'm0' }], END];
  for (let i = 0; i < 5000; i += 1) rows.push([`m${i}`, 'message', message(`${i}`), { next: i === 4999 ? 'end' : `m${i + 1}` }]);
  expect(Object.keys(compiled(flowOf(rows)).machine.states).length).toBeLessThan(100);
});

it('compiles the same flow to the same machine, in whatever order its file lists the steps', () => {
  const rows: Parameters<typeof flowOf>[0] = [['begin', 'start', {}, { next: 'if' }], ['if', 'when', { source: 'x' }, { yes: 'hear', no: 'm' }], ['m', 'message', message('m'), { next: 'hear' }], ['hear', 'listen', {}, { next: 'end' }], END];
  expect(JSON.stringify(compiled(flowOf([...rows].reverse())).machine)).toBe(JSON.stringify(compiled(flowOf(rows)).machine));
});

describe('any flow', () => {
  const steps = 8;
  const later = (i: number) => fc.integer({ min: i + 1, max: steps }).map((to) => (to === steps ? 'end' : `n${to}`));
  const node = (i: number): fc.Arbitrary<Parameters<typeof flowOf>[0][number]> =>
    fc.oneof(
      fc.tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 1 }), later(i)).map(([variable, value, next]): Parameters<typeof flowOf>[0][number] => [`n${i}`, 'set', { variable, value }, { next }]),
      fc.tuple(fc.constantFrom('x == 1', 'y == 1', 'x == y'), later(i), later(i)).map(([source, yes, no]): Parameters<typeof flowOf>[0][number] => [`n${i}`, 'when', { source }, { yes, no }]),
      fc.tuple(fc.integer({ min: 1, max: 3 }), later(i), later(i)).map(([limit, few, many]): Parameters<typeof flowOf>[0][number] => [`n${i}`, 'tally', { counter: 'c', limit }, { few, many }]),
    );
  const flows = fc.tuple(...Array.from({ length: steps }, (_, i) => node(i))).map((nodes) => flowOf([['begin', 'start', {}, { next: 'n0' }], ...nodes, END]));

  it('runs as if its steps were done one after the other, however much is shared', () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 }), (document, x, y) => {
        const wanted = walk(document, { x, y });
        const copied = compiled(document);
        expect(entered(run(copied, { x, y }).trace)).toEqual(wanted);
        const shared: CompiledFlow = { ...copied, ref: `${copied.ref} shared`, machine: linkMachine(linkableOf(document), 0) };
        expect(entered(run(shared, { x, y }).trace)).toEqual(wanted);
      }),
      { numRuns: 150 },
    );
  });
});

/** The plainest reading of a drawn flow: one step after the other, each seeing what the ones before it did. */
function walk(document: FlowDocument, variables: Record<string, Json>): string[] {
  const path: string[] = [];
  const counters: Record<string, number> = {};
  let at: string | undefined = 'begin';
  while (at !== undefined) {
    path.push(at);
    const { type, data }: { type: string; data: JsonObject } = document.nodes[at] ?? { type: '', data: {} };
    let port = 'next';
    if (type === 'set') variables[String(data.variable)] = data.value ?? null;
    if (type === 'when') {
      const holds = evaluateCondition(String(data.source), variables);
      port = holds.ok && holds.value ? 'yes' : 'no';
    }
    if (type === 'tally') {
      counters.c = (counters.c ?? 0) + 1;
      port = counters.c < Number(data.limit) ? 'few' : 'many';
    }
    at = document.edges[`${at}/${port}`]?.to;
  }
  return path;
}

function linkableOf(document: FlowDocument): Linkable {
  const reached = new Set(['begin']);
  for (const id of reached) for (const { from, to } of Object.values(document.edges)) if (from === id) reached.add(to);
  return {
    languages: ['en'],
    ids: Object.keys(document.nodes).filter((id) => reached.has(id)).sort(),
    start: 'begin',
    variables: {},
    target: (from, port) => document.edges[`${from}/${port}`]?.to,
    fragment: (id) => {
      const node = document.nodes[id];
      const type = node && plantedRegistry.get(node.type);
      if (!node || !type) throw new Error(`no step ${id}`);
      return type.compile({ node, data: node.data as never, languages: ['en'], variables: new Map(), linked: () => true, report: () => undefined });
    },
  };
}
