import type { TimerWrite } from '../turn-records';

type Set = Extract<TimerWrite, { set: unknown }>['set'];

/**
 * What a turn's timers come to, one after another: one statement writes each row once, so a timer set and cancelled,
 * or set twice, must be one or the other.
 */
export function foldTimers(writes: readonly TimerWrite[]): { set: Set[]; cancelled: { sessionId: string; timerId: string }[]; ended: string[] } {
  const last = new Map<string, { set: Set } | { cancel: { sessionId: string; timerId: string } }>();
  const ended: string[] = [];
  for (const write of writes) {
    if ('cancelAll' in write) {
      const { sessionId } = write.cancelAll;
      for (const [name, entry] of last) if (('set' in entry ? entry.set : entry.cancel).sessionId === sessionId) last.delete(name);
      if (!ended.includes(sessionId)) ended.push(sessionId);
      continue;
    }
    const { sessionId, timerId } = 'set' in write ? write.set : write.cancel;
    last.set(`${sessionId}\n${timerId}`, write);
  }
  const entries = [...last.values()];
  return {
    set: entries.flatMap((entry) => ('set' in entry ? [entry.set] : [])),
    // Of an ended session everything goes anyhow, by the other part.
    cancelled: entries.flatMap((entry) => ('cancel' in entry && !ended.includes(entry.cancel.sessionId) ? [entry.cancel] : [])),
    ended,
  };
}
