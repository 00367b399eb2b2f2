import { expect, test } from 'vitest';
import { linksTravelled, momentsOf } from './moments-of';
import type { TranscriptEntry } from './transcript';

const at = '2026-01-05T09:00:00.000Z';
const left = (node: string, port: string) => ({ kind: 'left' as const, node, port, reason: '' });
const ENTRIES: TranscriptEntry[] = [
  { at, from: 'customer', text: 'hi', trace: [left('start', 'next')] },
  { at, from: 'assistant', text: 'Hello' },
  { at, from: 'system', event: 'world.set' },
  { at, from: 'customer', text: 'refund', trace: [] },
  { at, from: 'system', event: 'effect.succeeded', trace: [left('faq', 'helped'), left('menu', 'again')] },
  { at, from: 'assistant', text: 'Five days.' },
  { at, from: 'system', event: 'timer.fired', trace: [left('menu', 'again')] },
  { at, from: 'agent', event: 'agent.joined', trace: [] },
  { at, from: 'customer', text: 'to the agent' },
];

test('a turn holds what followed from it, and only what the flow heard is counted', () => {
  expect(momentsOf(ENTRIES).map(({ turn, cause, followed }) => [turn, cause.event ?? cause.text, followed.length])).toEqual([
    [1, 'hi', 1],
    [null, 'world.set', 0],
    [2, 'refund', 2],
    [3, 'timer.fired', 0],
    [4, 'agent.joined', 0],
    [null, 'to the agent', 0],
  ]);
});

test('what a service answers is a turn of its own', () => {
  const entries: TranscriptEntry[] = [
    { at, from: 'customer', text: 'hi', trace: [] },
    { at, from: 'system', event: 'http.request' },
    { at, from: 'system', event: 'effect.succeeded', trace: [] },
    { at, from: 'system', event: 'effect.succeeded', trace: [] },
  ];
  expect(momentsOf(entries).map(({ turn, followed }) => [turn, followed.length])).toEqual([[1, 1], [2, 1]]);
});

test('a link knows every turn in which it was travelled', () => {
  expect([...linksTravelled(momentsOf(ENTRIES))]).toEqual([
    ['start/next', [1]],
    ['faq/helped', [2]],
    ['menu/again', [2, 3]],
  ]);
});
