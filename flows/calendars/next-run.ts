import type { ScheduleTime } from '@/flows/document/trigger';
import { isDay } from '@/flows/document/variable-value';
import { zoneOffset } from '@/flows/expressions/zone';
import { midnightOf } from './day-spans';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Days looked ahead: every kind but `once` runs within a month and a day. */
const HORIZON = 40;
const FROM_SUNDAY = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * The first run after `after` (epoch milliseconds), null when there is none. Where the clock is set forward over the
 * time, it runs as much later as was skipped; where the clock is set back, at the first of the two.
 */
export function nextRun(when: ScheduleTime, timeZone: string, after: number): number | null {
  if (when.every === 'interval') return (Math.floor(after / (when.minutes * MINUTE)) + 1) * when.minutes * MINUTE;
  const time = (Number(when.at.slice(0, 2)) * 60 + Number(when.at.slice(3))) * MINUTE;
  if (when.every === 'once') {
    const at = isDay(when.date) ? instantOf(timeZone, Date.parse(`${when.date}T00:00:00Z`) + time) : undefined;
    return at !== undefined && at > after ? at : null;
  }
  const offset = zoneOffset(timeZone, after);
  if (offset === undefined) return null;
  const today = midnightOf(after + offset);
  for (let day = 0; day <= HORIZON; day += 1) {
    const midnight = today + day * DAY;
    const at = runsOn(when, midnight) ? instantOf(timeZone, midnight + time) : undefined;
    if (at !== undefined && at > after) return at;
  }
  return null;
}

function runsOn(when: Exclude<ScheduleTime, { every: 'interval' | 'once' }>, midnight: number): boolean {
  const date = new Date(midnight);
  if (when.every === 'day') return true;
  if (when.every === 'week') return when.days.includes(FROM_SUNDAY[date.getUTCDay()] ?? 'sun');
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() === Math.min(when.day, last);
}

/** The moment at which the wall clock of a zone shows a local time, given as if the zone were UTC. */
function instantOf(timeZone: string, local: number): number | undefined {
  const before = zoneOffset(timeZone, local - DAY);
  const later = zoneOffset(timeZone, local + DAY);
  if (before === undefined || later === undefined) return undefined;
  // The offset before the change gives the earlier of two moments, and, in a gap, the time shifted by what was skipped.
  const shown = [before, later].map((offset) => local - offset).find((at) => at + (zoneOffset(timeZone, at) ?? 0) === local);
  return shown ?? local - before;
}
