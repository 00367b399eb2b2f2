/** The day an article is found from, as a date field holds it, in the reader's own zone; empty for no limit. */
export function firstDay(from: number | null): string {
  return from === null ? '' : dayOf(from);
}

/** The last day on which an article is found: the one before it ends. */
export function lastDay(until: number | null): string {
  return until === null ? '' : dayOf(until - 1);
}

/** When that day begins; null for none. */
export function startOf(day: string): number | null {
  return instant(day, 0);
}

/** When that day is over; null for none. */
export function endOf(day: string): number | null {
  return instant(day, 1);
}

function instant(day: string, add: number): number | null {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const time = new Date(year, month - 1, date + add).getTime();
  return Number.isNaN(time) ? null : time;
}

function dayOf(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
