import { describe, expect, it } from 'vitest';
import { clipSteps, readClip } from './clip';
import { emptyDocument, flowDocumentSchema, type FlowDocument, type FlowNode } from './flow-document';
import { applyOperation } from './operations';
import { pasteClip } from './paste-clip';
import type { Variable } from './variable';

const step = (id: string, x: number, y: number, type = 'message'): FlowNode => ({ id, type, version: 1, title: { en: id }, position: { x, y }, data: {} });
const variable = (name: string, label = name): Variable => ({ name, type: 'text', scope: 'conversation', label: { en: label } });

function source(): FlowDocument {
  return {
    ...emptyDocument('Source', ['en']),
    variables: [variable('order'), variable('unused')],
    nodes: { start: step('start', 0, 0, 'start'), a: step('a', 100, 40), b: step('b', 400, 0), c: step('c', 700, 0) },
    edges: {
      'start/next': { from: 'start', port: 'next', to: 'a' },
      'a/next': { from: 'a', port: 'next', to: 'b' },
      'b/option:1': { from: 'b', port: 'option:1', to: 'a' },
      'b/next': { from: 'b', port: 'next', to: 'c' },
    },
  };
}

/** Ids such as `message-1`, passing over what is taken. */
const counted = (prefix: string, taken: (id: string) => boolean): string => {
  for (let number = 1; ; number += 1) if (!taken(`${prefix}-${number}`)) return `${prefix}-${number}`;
};

function pasted(document: FlowDocument, ids: string[], into: FlowDocument, named: string[] = []) {
  const clip = readClip(JSON.stringify(clipSteps(document, ids, new Set(named))));
  if (!clip) throw new Error('no clip');
  const options = { at: { x: 14, y: 28 }, freshId: counted, allowed: ({ type }: FlowNode) => type !== 'start' };
  const { operations, ids: fresh } = pasteClip(into, clip, options);
  const applied = applyOperation(into, { kind: 'batch', operations });
  if (!applied.ok) throw new Error(applied.message);
  expect(flowDocumentSchema.safeParse(applied.document).success).toBe(true);
  expect(applyOperation(applied.document, applied.inverse)).toMatchObject({ ok: true, document: into });
  return { document: applied.document, fresh };
}

describe('copying and pasting', () => {
  it('gives fresh ids, keeps the links inside and the places relative to each other', () => {
    const { document, fresh } = pasted(source(), ['a', 'b'], source());
    expect(fresh).toEqual(['message-1', 'message-2']);
    expect(document.nodes['message-1']).toMatchObject({ title: { en: 'a' }, position: { x: 14, y: 68 } });
    expect(document.nodes['message-2']?.position).toEqual({ x: 314, y: 28 });
    expect(Object.keys(document.edges).filter((id) => id.startsWith('message'))).toEqual(['message-1/next', 'message-2/option:1']);
    expect(document.edges['message-2/option:1']?.to).toBe('message-1');
  });

  it('takes along the variables that are named, where they are not declared yet', () => {
    expect(pasted(source(), ['a'], emptyDocument('Other', ['en']), ['order']).document.variables).toEqual([variable('order')]);
    const into = { ...emptyDocument('Other', ['en']), variables: [variable('order', 'Theirs')] };
    expect(pasted(source(), ['a'], into, ['order']).document.variables).toEqual([variable('order', 'Theirs')]);
  });

  it('leaves out what may not come twice, with its links', () => {
    const { document, fresh } = pasted(source(), ['start', 'a'], source());
    expect(fresh).toHaveLength(1);
    expect(Object.keys(document.edges)).toEqual(Object.keys(source().edges));
    expect(clipSteps(source(), ['nobody', 'constructor'], new Set())).toBeNull();
  });

  it.each([
    ['a note', 'Call Paul back'],
    ['JSON of somebody else', '{"nodes": []}'],
    ['cut off', '{"relais": "steps", "format": 1'],
    ['of a later format', JSON.stringify({ ...clipSteps(source(), ['a'], new Set()), format: 2 })],
    ['with more in it', JSON.stringify({ ...clipSteps(source(), ['a'], new Set()), script: '<b>' })],
    ['with an id that is none', JSON.stringify({ ...clipSteps(source(), ['a'], new Set()), nodes: [step('../a', 0, 0)] })],
    ['with a variable that is none', JSON.stringify({ ...clipSteps(source(), ['a'], new Set()), variables: [variable('contact')] })],
    ['without a step', JSON.stringify({ ...clipSteps(source(), ['a'], new Set()), nodes: [] })],
    ['nothing', ''],
  ])('takes no notice of %s', (_, text) => {
    expect(readClip(text)).toBeNull();
  });
});
