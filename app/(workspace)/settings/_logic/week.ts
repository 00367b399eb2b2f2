import { WEEKDAYS, type Calendar, type Weekday } from '@/flows/calendars/calendar';
import { spanFault, type SpanDraft } from './span-faults';
import { timeOf } from './time-text';

export type WeekDraft = Record<Weekday, readonly SpanDraft[]>;

/** The spans of a day as calendars keep them, in order; null while something is wrong with them. */
export function spansOf(draft: readonly SpanDraft[]): SpanDraft[] | null {
  if (spanFault(draft)) return null;
  return draft.map(({ from, to }) => ({ from: timeOf(from) ?? from, to: timeOf(to) ?? to })).sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The week as calendars keep it; null while something is wrong with a day. */
export function weekOf(draft: WeekDraft): Calendar['spans'] | null {
  const days = WEEKDAYS.map((day) => [day, spansOf(draft[day])] as const);
  return days.every(([, spans]) => spans !== null) ? (Object.fromEntries(days) as Calendar['spans']) : null;
}

/** A span over midnight (22:00 to 02:00) as two: until 24:00, and from 00:00 of the next day. */
export function splitAtMidnight(week: WeekDraft, day: Weekday, at: number): WeekDraft {
  const night = week[day][at];
  const next = WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % 7];
  if (!night || !next) return week;
  const split = { ...week, [day]: week[day].map((span, index) => (index === at ? { from: span.from, to: '24:00' } : span)) };
  return timeOf(night.to) === '00:00' ? split : { ...split, [next]: [{ from: '00:00', to: night.to }, ...split[next]] };
}
