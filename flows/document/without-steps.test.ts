import { describe, expect, it } from 'vitest';
import { edgeId, emptyDocument, type FlowDocument } from './flow-document';
import { applyOperation } from './operations';
import { withoutSteps } from './without-steps';

/** Steps from links such as `a.next>b`; steps without a link as `c`. */
function drawn(...links: string[]): FlowDocument {
  const document = emptyDocument('Test', ['en']);
  const add = (id: string) => (document.nodes[id] ??= { id, type: 'message', version: 1, title: {}, position: { x: 0, y: 0 }, data: {} });
  for (const link of links) {
    const [, from = '', port, to] = /^(\w+)(?:\.([\w:-]+)>(\w+))?$/.exec(link) ?? [];
    add(from);
    if (port === undefined || to === undefined) continue;
    add(to);
    document.edges[edgeId(from, port)] = { from, port, to };
  }
  return document;
}

const linksOf = (document: FlowDocument) => Object.values(document.edges).map(({ from, port, to }) => `${from}.${port}>${to}`).sort();

describe('taking steps out', () => {
  it.each<[string, string[], string[], string[]]>([
    ['heals a straight line', ['a.next>b', 'b.next>c'], ['b'], ['a.next>c']],
    ['leads every way in to the one way out', ['a.next>x', 'b.option:1>x', 'b.no-reply>a', 'x.next>c'], ['x'], ['a.next>c', 'b.no-reply>a', 'b.option:1>c']],
    ['takes several ports to one step for one way out', ['a.next>x', 'x.option:1>c', 'x.no-reply>c'], ['x'], ['a.next>c']],
    ['leaves a fork to the author', ['a.next>x', 'x.option:1>b', 'x.option:2>c'], ['x'], []],
    ['has nowhere to lead after an end', ['a.next>x'], ['x'], []],
    ['does not turn a step on itself', ['a.next>x', 'x.next>a'], ['x'], []],
    ['passes over a step that leads to itself', ['a.next>x', 'x.no-match>x', 'x.next>c'], ['x'], ['a.next>c']],
    ['heals over several that follow each other', ['a.next>b', 'b.next>c', 'c.next>d'], ['b', 'c'], ['a.next>d']],
    ['gives up on a ring that nothing leaves', ['a.next>b', 'b.next>c', 'c.next>b'], ['b', 'c'], []],
    ['takes out what stands alone', ['a.next>b', 'x'], ['x'], ['a.next>b']],
    ['passes over what is not there', ['a.next>b'], ['zz', 'constructor'], ['a.next>b']],
  ])('%s, and undo restores it exactly', (_, before, ids, after) => {
    const document = drawn(...before);
    const applied = applyOperation(document, { kind: 'batch', operations: withoutSteps(document, ids) });
    if (!applied.ok) throw new Error(applied.message);
    expect(linksOf(applied.document)).toEqual(after);
    expect(Object.keys(applied.document.nodes)).toEqual(Object.keys(document.nodes).filter((id) => !ids.includes(id)));
    expect(applyOperation(applied.document, applied.inverse)).toMatchObject({ ok: true, document });
  });
});
