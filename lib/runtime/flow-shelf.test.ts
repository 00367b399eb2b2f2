import { describe, expect, it } from 'vitest';
import { compile } from '@/flows/compiler/compile';
import { defaultRegistry } from '@/flows/nodes/registry';
import { createFlowShelf } from './flow-shelf';
import { LIBRARY_FLOW } from './testing/runtime-harness';

const document = JSON.stringify(LIBRARY_FLOW);
const shelf = (capacity?: number) => {
  const unsound: string[] = [];
  return { unsound, flows: createFlowShelf(defaultRegistry, (id, reason) => unsound.push(`${id}: ${reason}`), capacity) };
};

describe('flow shelf', () => {
  it('compiles a stored document under its version’s id', () => {
    const { flows } = shelf();
    flows.put('v1', { document, compiled: null });
    expect(flows.get('v1')).toMatchObject({ ref: 'v1', machine: { initial: 'idle' } });
  });

  it('runs what was compiled at publication as it was, unless its vocabulary is another', () => {
    const result = compile(LIBRARY_FLOW, { ref: 'draft', registry: defaultRegistry });
    if (!result.ok) throw new Error('the library flow does not compile');
    const { flows } = shelf();
    flows.put('v1', { document: 'not read', compiled: JSON.stringify({ ...result.flow, compiler: 'earlier' }) });
    expect(flows.get('v1')).toMatchObject({ ref: 'v1', compiler: 'earlier' });
    flows.put('v2', { document, compiled: JSON.stringify({ ...result.flow, compiler: 'earlier', vocabulary: 0 }) });
    expect(flows.get('v2')?.compiler).toBe(result.flow.compiler);
  });

  it('runs what was compiled for vocabulary 1', () => {
    const result = compile(LIBRARY_FLOW, { ref: 'draft', registry: defaultRegistry });
    if (!result.ok) throw new Error('the library flow does not compile');
    const { contactVariables: _absent, ...first } = result.flow;
    const { flows } = shelf();
    flows.put('v1', { document: 'not read', compiled: JSON.stringify({ ...first, compiler: '1', vocabulary: 1 }) });
    expect(flows.get('v1')).toMatchObject({ ref: 'v1', compiler: '1', vocabulary: 1 });
    flows.put('v2', { document, compiled: JSON.stringify({ ...first, vocabulary: 99 }) });
    expect(flows.get('v2')?.vocabulary).toBe(result.flow.vocabulary);
  });

  it('keeps that a version cannot be run, and why is said once', () => {
    const { flows, unsound } = shelf();
    flows.put('v1', { document: '{"format":1}', compiled: null });
    flows.put('v2', { document: 'not json', compiled: null });
    expect([flows.has('v1'), flows.get('v1'), flows.get('v1'), flows.get('v2')]).toEqual([true, undefined, undefined, undefined]);
    expect(unsound).toHaveLength(2);
  });

  it('lets the least recently used go beyond its capacity, but never the one just put', () => {
    const { flows } = shelf(document.length * 2);
    for (const id of ['v1', 'v2']) flows.put(id, { document, compiled: null });
    flows.get('v1');
    flows.put('v3', { document, compiled: null });
    expect(['v1', 'v2', 'v3'].map((id) => flows.has(id))).toEqual([true, false, true]);
    const tiny = shelf(1).flows;
    tiny.put('v1', { document, compiled: null });
    expect(tiny.has('v1')).toBe(true);
  });
});
