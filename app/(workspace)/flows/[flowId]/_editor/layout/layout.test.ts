import ElkInNode from 'elkjs';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument, type FlowNode } from '@/flows/document/flow-document';
import library from '@/flows/library/customer-service.flow.json';
import { GRID } from '../free-position';
import { tryApply } from '../try-apply';
import { layoutGraph } from './layout-graph';
import { layoutMoves } from './layout-moves';

const demo = library as unknown as FlowDocument;
const size = () => ({ width: 224, height: 196 });

async function arranged(document: FlowDocument, ids = Object.keys(document.nodes)): Promise<FlowDocument> {
  const operations = layoutMoves(document, await new ElkInNode().layout(layoutGraph(document, ids, size)));
  const done = tryApply(document, { kind: 'batch', operations });
  if (!done) throw new Error('does not apply');
  expect(tryApply(done.document, done.inverse)?.document).toEqual(document);
  return done.document;
}

const overlap = (a: FlowNode, b: FlowNode) => Math.abs(a.position.x - b.position.x) < 224 && Math.abs(a.position.y - b.position.y) < 196;

describe('automatic layout', () => {
  it('puts every card of the demo on the grid, on no other, from left to right', { timeout: 30_000 }, async () => {
    const after = await arranged(demo);
    const nodes = Object.values(after.nodes);
    for (const { position } of nodes) expect([position.x % GRID, position.y % GRID].map(Math.abs)).toEqual([0, 0]);
    const clashes = nodes.flatMap((a, index) => nodes.slice(index + 1).filter((b) => overlap(a, b)).map((b) => `${a.id} ${b.id}`));
    expect(clashes).toEqual([]);
    const start = nodes.find(({ type }) => type === 'start');
    expect(nodes.every(({ position }) => position.x >= (start?.position.x ?? 0))).toBe(true);
  });

  it('gives the same picture again, and nothing to do the second time', { timeout: 30_000 }, async () => {
    const once = await arranged(demo);
    expect((await arranged(structuredClone(demo))).nodes).toEqual(once.nodes);
    expect(layoutMoves(once, await new ElkInNode().layout(layoutGraph(once, Object.keys(once.nodes), size)))).toEqual([]);
  });

  it('keeps the steps after a question in the order of its ports', async () => {
    const after = await arranged(fork());
    const y = (id: string) => after.nodes[id]?.position.y ?? Number.NaN;
    expect([y('first'), y('second'), y('third')]).toEqual([...[y('first'), y('second'), y('third')]].sort((a, b) => a - b));
    expect(new Set([y('first'), y('second'), y('third')]).size).toBe(3);
  });

  it('sets the heads of a straight line in one row', async () => {
    const line = fork();
    line.edges = { 'first/next': { from: 'first', port: 'next', to: 'second' }, 'second/next': { from: 'second', port: 'next', to: 'third' } };
    const after = await arranged(line, ['first', 'second', 'third']);
    const places = ['first', 'second', 'third'].map((id) => after.nodes[id]?.position ?? { x: 0, y: 0 });
    expect(new Set(places.map(({ y }) => y))).toEqual(new Set([28]));
    expect(places.map(({ x }) => x)).toEqual([14, 336, 658]);
  });

  it('moves the selection only, from where it stood', async () => {
    const document = fork();
    const after = await arranged(document, ['second', 'third']);
    expect(after.nodes['ask']).toBe(document.nodes['ask']);
    expect(after.nodes['first']).toBe(document.nodes['first']);
    const moved = ['second', 'third'].map((id) => after.nodes[id]?.position ?? { x: 0, y: 0 });
    expect(Math.min(...moved.map(({ x }) => x))).toBe(14);
    expect(Math.min(...moved.map(({ y }) => y))).toBe(28);
  });
});

/** A question with three buttons, all cards in a heap. */
function fork(): FlowDocument {
  const option = (id: string) => ({ id, label: { en: id }, synonyms: {} });
  const step = (id: string, type: string, data: unknown): FlowNode => ({ id, type, version: 1, title: { en: id }, position: { x: 14, y: 28 }, data: data as FlowNode['data'] });
  const say = { message: { parts: [{ kind: 'text', text: { en: 'Hello' } }] } };
  const ask = step('ask', 'choices', { ...say, options: ['one', 'two', 'three'].map(option), tries: 2, retry: {}, noReply: null });
  return {
    ...emptyDocument('Fork', ['en']),
    nodes: { ask, third: step('third', 'message', say), first: step('first', 'message', say), second: step('second', 'message', say) },
    edges: {
      'ask/option:three': { from: 'ask', port: 'option:three', to: 'third' },
      'ask/option:one': { from: 'ask', port: 'option:one', to: 'first' },
      'ask/option:two': { from: 'ask', port: 'option:two', to: 'second' },
    },
  };
}
