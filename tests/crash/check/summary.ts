import type { TimerCounts } from './check-timers';
import type { Database } from './database';
import type { Evidence } from './evidence';

/** What was looked at, in counts. */
export type Summary = Readonly<Record<string, number>>;

export function summarise({ conversations }: Database, { sent = [], calls = [] }: Evidence, timers: TimerCounts): Summary {
  const count = <T>(rows: readonly T[], which: (row: T) => boolean): number => rows.filter(which).length;
  const outbox = conversations.flatMap((rows) => rows.outbox);
  const events = conversations.flatMap((rows) => rows.events);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    conversations: conversations.length,
    sessions: sum(conversations.map(({ sessions }) => sessions.length)),
    turns: sum(conversations.map(({ inbound }) => inbound.length)),
    steps: sum(conversations.flatMap(({ sessions }) => sessions.map(({ steps }) => steps.length))),
    acknowledged: count(sent, ({ acknowledgedAt }) => acknowledgedAt !== null),
    resends: sum(sent.map(({ attempts }) => attempts - 1)),
    'duplicates answered': sum(sent.map(({ receipts }) => count(receipts, ({ duplicate }) => duplicate))),
    acceptances: count(events, ({ type }) => type === 'accepted'),
    effects: outbox.length,
    requests: count(outbox, ({ kind }) => kind !== 'message.send'),
    done: count(outbox, ({ state }) => state === 'done'),
    dropped: count(outbox, ({ state }) => state === 'dropped'),
    dead: count(outbox, ({ state }) => state === 'dead'),
    'provider calls': calls.length,
    'provider repeats': count(calls, ({ outcome }) => outcome === 'repeat'),
    'provider failures': count(calls, ({ outcome, answered }) => outcome === 'refused' || !answered),
    timers: timers.set,
    'timers fired': timers.fired,
    'late timers': timers.late,
  };
}
