import { zoneOffset } from '@/flows/expressions/zone';
import type { Calendar } from './calendar';
import { midnightOf, spansOf } from './day-spans';
import { isOpen } from './is-open';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** How far it is looked ahead, in days: over a year, for a service that opens one day a year. */
const HORIZON = 400;

/**
 * The first moment, from `now` on, at which the service opens (`to` true) or closes. Null when that does not happen
 * within 400 days. At `now` itself counts when it was otherwise a moment before.
 */
export function nextTurn(calendar: Calendar, now: number, to: boolean): number | null {
  const today = midnightOf(now + (zoneOffset(calendar.timeZone, now) ?? 0));
  // What began the evening before may end today by the clock of another zone's night.
  for (let day = -1; day <= HORIZON; day += 1) {
    const midnight = today + day * DAY;
    const moments = spansOf(calendar, midnight).flatMap(({ from, to: end }) => candidates(calendar, midnight + from, midnight + end));
    const turns = moments.filter((moment) => moment >= now && isOpen(calendar, moment) === to && isOpen(calendar, moment - 1) !== to);
    const first = turns.sort((left, right) => left - right)[0];
    if (first !== undefined) return first;
  }
  return null;
}

/** Moments at which the wall clock may enter or leave a span: also where it is set forward over one of its ends, or back before it. */
function candidates(calendar: Calendar, from: number, to: number): number[] {
  const { timeZone } = calendar;
  const offsets = new Set([zoneOffset(timeZone, from - DAY) ?? 0, zoneOffset(timeZone, from + DAY) ?? 0]);
  const moments = [...offsets].flatMap((offset) => [from - offset, to - offset]);
  // The hour that is skipped in spring or repeated in autumn begins on a whole hour of UTC in every zone of the table, or half past it.
  for (const offset of offsets) for (let at = Math.ceil((from - offset - HOUR) / (HOUR / 2)) * (HOUR / 2); at < to - offset + HOUR; at += HOUR / 2) moments.push(at);
  return moments;
}
