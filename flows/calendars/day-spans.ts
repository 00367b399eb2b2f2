import type { Calendar, Span } from './calendar';

const DAY = 86_400_000;
const FROM_SUNDAY = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Milliseconds from local midnight. */
export interface OpenTime {
  from: number;
  to: number;
}

/** Local midnight of the day a local moment lies in, in milliseconds as if the zone were UTC. */
export function midnightOf(local: number): number {
  return Math.floor(local / DAY) * DAY;
}

/** When the service is open on the day that begins at a local midnight, the earliest first. */
export function spansOf(calendar: Calendar, midnight: number): OpenTime[] {
  const date = new Date(midnight);
  const holiday = calendar.holidays.find(({ date: day }) => day === date.toISOString().slice(0, 10));
  const spans: readonly Span[] = holiday ? holiday.spans : calendar.spans[FROM_SUNDAY[date.getUTCDay()] ?? 'sun'];
  return spans.map(({ from, to }) => ({ from: minutes(from), to: minutes(to) })).sort((left, right) => left.from - right.from);
}

function minutes(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}
