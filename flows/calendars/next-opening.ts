import type { Calendar } from './calendar';
import { isOpen } from './is-open';
import { nextTurn } from './next-turn';

/** The first moment, from `now` on, when the service is open: `now` itself while it is. Null when it does not open within 400 days. */
export function nextOpening(calendar: Calendar, now: number): number | null {
  return isOpen(calendar, now) ? now : nextTurn(calendar, now, true);
}
