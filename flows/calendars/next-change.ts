import type { Calendar } from './calendar';
import { isOpen } from './is-open';
import { nextTurn } from './next-turn';

/** When a service that is open closes next, or one that is closed opens, after `now`. Null when it stays as it is for 400 days. */
export function nextChange(calendar: Calendar, now: number): { at: number; opens: boolean } | null {
  const opens = !isOpen(calendar, now);
  const at = nextTurn(calendar, now, opens);
  return at === null ? null : { at, opens };
}
