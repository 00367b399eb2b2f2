import { expect, it } from 'vitest';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { emptyDocument } from '@/flows/document/flow-document';
import english from '@/lib/i18n/messages/en/studio.json';
import { neighbour } from './neighbour';
import { nextProblem } from './next-problem';
import { NAMED_KEYS, SHORTCUTS } from './shortcuts';

const finding = (node?: string): Diagnostic => ({ code: 'unlinked-port', severity: 'error', params: {}, ...(node !== undefined && { node }) }) as Diagnostic;

it('goes through the steps with findings, once each, and round', () => {
  const found = [finding('a'), finding('a'), finding(), finding('b'), finding('c')];
  expect(['a', 'b', 'c'].map((from) => nextProblem(found, from, 1))).toEqual(['b', 'c', 'a']);
  expect(['a', 'b', 'c'].map((from) => nextProblem(found, from, -1))).toEqual(['c', 'a', 'b']);
  expect([nextProblem(found, null, 1), nextProblem(found, 'elsewhere', -1), nextProblem([finding()], null, 1)]).toEqual(['a', 'c', null]);
});

it('follows links sideways and places up and down', () => {
  const at = (id: string, x: number, y: number) => ({ id, type: 'message', version: 1, title: {}, position: { x, y }, data: { message: { parts: [{ kind: 'text', text: {} }] } } });
  const flow = { ...emptyDocument('F', ['en']), nodes: { a: at('a', 0, 0), far: at('far', 900, 500), under: at('under', 0, 300) }, edges: { 'a/next': { from: 'a', port: 'next', to: 'far' } } };
  expect(neighbour(flow, 'a', 'right')).toBe('far');
  expect(neighbour(flow, 'far', 'left')).toBe('a');
  expect(neighbour(flow, 'a', 'down')).toBe('under');
  expect(neighbour(flow, 'under', 'up')).toBe('a');
  expect(neighbour(flow, 'a', 'up')).toBeNull();
});

it('names every shortcut and every key that has another name elsewhere', () => {
  const { parts, acts, keyNames } = english.shortcuts;
  expect(Object.keys(parts).sort()).toEqual(Object.keys(SHORTCUTS).sort());
  expect(Object.fromEntries(Object.entries(acts).map(([part, texts]) => [part, Object.keys(texts).sort()]))).toEqual(
    Object.fromEntries(Object.entries(SHORTCUTS).map(([part, texts]) => [part, Object.keys(texts).sort()])),
  );
  expect(Object.keys(keyNames).sort()).toEqual([...NAMED_KEYS].sort());
});

it('gives no two acts the same keys', () => {
  const keys = Object.values(SHORTCUTS).flatMap((part) => Object.values<readonly (readonly string[])[]>(part).flatMap((ways) => ways.map((way) => way.join(' '))));
  expect(keys).toEqual([...new Set(keys)]);
});
