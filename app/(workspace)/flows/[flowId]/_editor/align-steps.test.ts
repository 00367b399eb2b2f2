import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument } from '@/flows/document/flow-document';
import { alignSteps, type Alignment } from './align-steps';
import { tryApply } from './try-apply';

const SIZES: Record<string, { width: number; height: number }> = { a: { width: 224, height: 98 }, b: { width: 224, height: 196 }, c: { width: 112, height: 42 } };

function flow(): FlowDocument {
  const at = (id: string, x: number, y: number) => ({ id, type: 'message', version: 1, title: {}, position: { x, y }, data: {} });
  return { ...emptyDocument('Test', ['en']), nodes: { a: at('a', 0, 14), b: at('b', 280, 0), c: at('c', 700, 140), other: at('other', 5, 5) } };
}

function placesAfter(how: Alignment) {
  const document = flow();
  const operations = alignSteps(document, ['a', 'b', 'c', 'gone'], (id) => SIZES[id] ?? { width: 0, height: 0 }, how);
  const done = tryApply(document, { kind: 'batch', operations });
  if (!done) throw new Error('does not apply');
  expect(tryApply(done.document, done.inverse)?.document).toEqual(document);
  expect(done.document.nodes['other']).toBe(document.nodes['other']);
  return { places: ['a', 'b', 'c'].map((id) => done.document.nodes[id]?.position), moved: operations.length };
}

describe('aligning', () => {
  it.each<[Alignment, [number, number][], number]>([
    ['left', [[0, 14], [0, 0], [0, 140]], 2],
    ['right', [[588, 14], [588, 0], [700, 140]], 2],
    ['top', [[0, 0], [280, 0], [700, 0]], 2],
    ['bottom', [[0, 98], [280, 0], [700, 154]], 2],
    // 812 wide, 560 of cards: two gaps of 126.
    ['columns', [[0, 14], [350, 0], [700, 140]], 1],
    // Too tall for the room between them: no gap, the last one moves down.
    ['rows', [[0, 196], [280, 0], [700, 294]], 2],
  ])('%s', (how, places, moved) => {
    expect(placesAfter(how)).toEqual({ places: places.map(([x, y]) => ({ x, y })), moved });
  });
});
