import { canonicalJson } from '@/flows/document/canonical-json';
import type { NodeId } from '@/flows/document/flow-document';
import type { Json } from '@/flows/document/json';
import type { Locale } from '@/flows/document/localized-text';
import type { Effect, TraceEntry } from '@/flows/engine/engine-types';
import type { Transcript } from '../transcript';
import type { Difference, Facet, SetTimer } from './difference';
import { StepMatcher } from './step-matcher';
import { stepOfTimer, turnsOf, type TranscriptTurn } from './turns';

/**
 * The first turn where two transcripts of one script part; null when they behave alike. Behaviour is what is said and
 * by whom, when, the buttons' words, the steps and the ways they are left by and why, variables, timers by step and
 * time, and what is decided (hand-overs, closings, attributes, searches). Not behaviour are ids made while playing
 * (effects, generations of timers), values of buttons, titles of steps, and the ids of steps the flow has no more.
 *
 * @param steps the steps of the flow `actual` was played on
 */
export function compareTranscripts(expected: Transcript, actual: Transcript, steps: ReadonlySet<NodeId>): Difference | null {
  const matcher = new StepMatcher(steps);
  const before = { turns: turnsOf(expected), language: languageOf(expected) };
  const after = { turns: turnsOf(actual), language: languageOf(actual) };
  const length = Math.max(before.turns.length, after.turns.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [before.turns[index], after.turns[index]];
    const facets = left && right ? turnFacets(left, right, matcher, [before.language, after.language]) : [{ kind: 'cause' as const, expected: left?.cause ?? null, actual: right?.cause ?? null }];
    const difference = differenceAt(index + 1, facets);
    if (difference) return difference;
  }
  return differenceAt(Math.max(length, 1), endFacets(expected, actual, matcher));
}

function differenceAt(turn: number, [first, ...rest]: Facet[]): Difference | null {
  return first ? { turn, facets: [first, ...rest] } : null;
}

function turnFacets(left: TranscriptTurn, right: TranscriptTurn, matcher: StepMatcher, languages: [Locale | null, Locale | null]): Facet[] {
  const cause: Facet[] = same(left.cause, right.cause) ? [] : [{ kind: 'cause', expected: left.cause, actual: right.cause }];
  const path = pathFacet(left.trace, right.trace, matcher);
  return [
    ...cause,
    ...(path ? [path] : []),
    ...pairFacets(left.said, right.said, same).map((pair) => ({ kind: 'said' as const, ...pair })),
    ...variableFacets(left.changed, right.changed),
    ...pairFacets(left.effects, right.effects, (one, other) => sameEffect(one, other, matcher, languages)).map((pair) => ({ kind: 'effect' as const, ...pair })),
    ...timerFacets(left.timers, right.timers, matcher),
  ];
}

/** What only the end tells. All of it follows from the turns, unless one of the two was made by hand or by another program. */
function endFacets(expected: Transcript, actual: Transcript, matcher: StepMatcher): Facet[] {
  const timers = ({ pendingTimers }: Transcript): SetTimer[] => pendingTimers.map(({ timerId, fireAt }) => ({ node: stepOfTimer(timerId), at: fireAt }));
  const state: Facet[] = expected.state === actual.state ? [] : [{ kind: 'state', expected: expected.state, actual: actual.state }];
  return [...state, ...variableFacets(expected.variables, actual.variables), ...timerFacets(timers(expected), timers(actual), matcher)];
}

function pathFacet(expected: readonly TraceEntry[], actual: readonly TraceEntry[], matcher: StepMatcher): Facet | null {
  let step: NodeId | null = null;
  for (let index = 0; index < Math.max(expected.length, actual.length); index += 1) {
    const [left, right] = [expected[index] ?? null, actual[index] ?? null];
    if (!left || !right || !sameTrace(left, right, matcher)) return { kind: 'path', step, expected: left, actual: right };
    step = 'node' in right ? (right.node ?? step) : step;
  }
  return null;
}

function sameTrace(left: TraceEntry, right: TraceEntry, matcher: StepMatcher): boolean {
  const { node: expected, ...rest } = { node: undefined, ...left };
  const { node: actual, ...others } = { node: undefined, ...right };
  if (!same(rest, others)) return false;
  return expected === undefined || actual === undefined ? expected === actual : matcher.same(expected, actual);
}

/** The pairs that differ, once what begins and what ends alike is set aside. */
function pairFacets<T>(expected: readonly T[], actual: readonly T[], alike: (left: T, right: T) => boolean): { expected: T | null; actual: T | null }[] {
  const at = (list: readonly T[], index: number): T | null => list[index] ?? null;
  const equal = (left: T | null, right: T | null): boolean => left !== null && right !== null && alike(left, right);
  let start = 0;
  while (equal(at(expected, start), at(actual, start))) start += 1;
  let end = 0;
  while (start + end < Math.min(expected.length, actual.length) && equal(at(expected, expected.length - 1 - end), at(actual, actual.length - 1 - end))) end += 1;
  const [left, right] = [expected.slice(start, expected.length - end), actual.slice(start, actual.length - end)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({ expected: at(left, index), actual: at(right, index) }))
    .filter((pair) => !equal(pair.expected, pair.actual));
}

function variableFacets(expected: Readonly<Record<string, Json>>, actual: Readonly<Record<string, Json>>): Facet[] {
  const value = (of: Readonly<Record<string, Json>>, name: string): Json => (Object.hasOwn(of, name) ? (of[name] ?? null) : null);
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort();
  return names.flatMap((name): Facet[] => {
    const [left, right] = [value(expected, name), value(actual, name)];
    return canonicalJson(left) === canonicalJson(right) ? [] : [{ kind: 'variable', name, expected: left, actual: right }];
  });
}

function timerFacets(expected: readonly SetTimer[], actual: readonly SetTimer[], matcher: StepMatcher): Facet[] {
  return pairFacets(expected, actual, (left, right) => left.at === right.at && matcher.same(left.node, right.node)).map((pair) => ({ kind: 'timer', ...pair }));
}

function sameEffect(left: Effect, right: Effect, matcher: StepMatcher, [before, after]: [Locale | null, Locale | null]): boolean {
  const [one, other] = [told(left, before), told(right, after)];
  const nodes = 'node' in left && 'node' in right ? matcher.same(left.node, right.node) : 'node' in left === 'node' in right;
  return nodes && same(one, other);
}

/** An effect without its id and its step's; of a noted answer only the words in the conversation's language. */
function told(effect: Effect, language: Locale | null): unknown {
  const { id: _id, node: _node, ...rest } = { node: undefined, ...effect };
  if (rest.kind !== 'answer.record') return rest;
  const { title: _title, value } = rest;
  return { kind: rest.kind, value: (language === null ? undefined : value[language]) ?? value };
}

function languageOf({ effects }: Transcript): Locale | null {
  const message = effects.find((effect) => effect.kind === 'message.send');
  return message?.content.language ?? null;
}

function same(left: unknown, right: unknown): boolean {
  return canonicalJson(left as Json) === canonicalJson(right as Json);
}
