import type { ConversationRows, RowOf } from './database';
import type { Report } from './problems';

type Effect = { kind: 'timer.set'; timerId: string; generation: number; fireAt: number } | { kind: 'timer.cancel'; timerId: string } | { kind: 'other' };
interface Event {
  type: string;
  timerId: string;
  generation: number;
}
interface Running {
  generation: number;
  fireAt: number;
}

/** Counts for the summary. */
export interface TimerCounts {
  set: number;
  fired: number;
  late: number;
}

/** Later than this and the conversation's log says so. */
const PUNCTUAL_MS = 1000;

/**
 * Lives through the step log with a table of timers of its own: each one set ends by firing once, by being cancelled or
 * with its session; none fires early, twice, or for a state already left; and those that run are exactly the rows of Timer.
 */
export function checkTimers({ name, sessions, timers, events, inbound }: ConversationRows, report: Report): TimerCounts {
  const counts: TimerCounts = { set: 0, fired: 0, late: 0 };
  const lateness = events.filter(({ type }) => type === 'timer-late').map(({ at, params }) => `${at} ${(JSON.parse(params) as { late: number }).late}`);
  const expected: string[] = [];
  const due = inbound.filter(({ type }) => type === 'timer.due').map(({ seq, processedAt, payload }) => ({ seq, processedAt, ...(JSON.parse(payload) as Event & { sessionId: string }) }));
  for (const { session, steps } of sessions) {
    const running = new Map<string, Running>();
    const waiting = due.filter(({ sessionId }) => sessionId === session.id);
    for (const step of steps) {
      const where = `${name} ${session.id}/${step.seq}`;
      while (waiting[0] && waiting[0].seq < step.inboundSeq) ignored(waiting.shift(), running, session, events, name, report);
      if (waiting[0]?.seq === step.inboundSeq) waiting.shift();
      const event = JSON.parse(step.event) as Event;
      if (event.type === 'timer.fired') {
        const timer = running.get(event.timerId);
        if (timer?.generation !== event.generation) report('timers fire once', where, `${event.timerId} fired, and ${timer ? 'an older one of it' : 'it'} was not running`);
        else if (step.at < timer.fireAt) report('timers fire once', where, `${event.timerId} fired ${timer.fireAt - step.at} ms early`);
        else if (step.at - timer.fireAt > PUNCTUAL_MS) expected.push(`${step.at} ${step.at - timer.fireAt}`);
        running.delete(event.timerId);
        counts.fired += 1;
      }
      for (const effect of JSON.parse(step.effects) as Effect[]) {
        if (effect.kind === 'timer.set') {
          counts.set += 1;
          running.set(effect.timerId, { generation: effect.generation, fireAt: effect.fireAt });
        } else if (effect.kind === 'timer.cancel') running.delete(effect.timerId);
      }
    }
    for (const event of waiting) ignored(event, running, session, events, name, report);
    if (session.status !== 'active') running.clear();
    checkRows(name, session.id, running, timers, report);
  }
  counts.late = expected.length;
  if (expected.join() !== lateness.join()) report('late timers are marked', name, `late by the steps: ${expected.join(', ')}; by the log: ${lateness.join(', ')}`);
  return counts;
}

/** A timer that came and made no step: it had been left, or an agent held the conversation. */
function ignored(event: (Event & { seq: number; processedAt: number | null }) | undefined, running: ReadonlyMap<string, Running>, session: RowOf<'FlowSession'>, events: readonly RowOf<'ConversationEvent'>[], name: string, report: Report): void {
  if (!event || running.get(event.timerId)?.generation !== event.generation) return;
  if (session.endedAt !== null && session.endedAt <= (event.processedAt ?? 0)) return;
  if (events.some(({ type, at }) => type === 'event-ignored' && at === event.processedAt)) return;
  report('timers fire once', `${name} ${session.id}`, `${event.timerId} came at inbound ${event.seq} while it was running, and nothing followed`);
}

function checkRows(name: string, sessionId: string, running: ReadonlyMap<string, Running>, timers: readonly RowOf<'Timer'>[], report: Report): void {
  const rows = timers.filter((timer) => timer.sessionId === sessionId);
  for (const [timerId, { generation, fireAt }] of running) {
    if (!rows.some((row) => row.timerId === timerId && row.generation === generation && row.fireAt === fireAt)) report('timers fire once', name, `${sessionId} ${timerId} runs and was lost`);
  }
  if (rows.length > running.size) report('timers fire once', name, `${rows.length} timers wait for ${sessionId}, ${running.size} run`);
}
