/** Dates, times and numbers of the interface, by the reader's language and clock. Impure on purpose: `flows/` has its own tables. */

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  // British order (12 Nov, 14:32) for English: the interface shows 24 hours in both languages.
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options);
  formatters.set(key, made);
  return made;
}

/** `14:32`, by the reader's clock or by that of a zone. */
export function formatTime(at: Date | number, locale: string, timeZone?: string): string {
  return dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone && { timeZone }) }).format(at);
}

/** `Thu 12 Nov, 14:32:20` by the clock of a zone. */
export function formatMoment(at: Date | number, locale: string, timeZone: string): string {
  return dateFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

/** `Thursday 12 November 2026 at 14:32` by the clock of a zone. */
export function formatRun(at: Date | number, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone }).format(at);
}

/** `Mon 09:00` by the clock of a zone. */
export function formatDayTime(at: Date | number, locale: string, timeZone: string): string {
  return dateFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

/** `12 nov.`, with the year when it is another one than `now`'s. */
export function formatDay(at: Date | number, now: Date | number, locale: string): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return dateFormat(locale, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
}

/** `jeudi 12 novembre 2026 à 14:32` */
export function formatFull(at: Date | number, locale: string): string {
  return dateFormat(locale, { dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23' }).format(at);
}

/** `1 386` in French, `1,386` in English. */
export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** A relative age as a message key of `common.time` and its count, or null when a date says it better. */
export function relativeAge(at: Date | number, now: Date | number): { key: 'now' | 'seconds' | 'minutes' | 'hours' | 'yesterday'; count: number } | null {
  const seconds = Math.round((Number(now) - Number(at)) / 1000);
  if (seconds < 2) return { key: 'now', count: 0 };
  if (seconds < 60) return { key: 'seconds', count: seconds };
  if (seconds < 3600) return { key: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < 86_400) return { key: 'hours', count: Math.floor(seconds / 3600) };
  return isYesterday(new Date(at), new Date(now)) ? { key: 'yesterday', count: 1 } : null;
}

function isYesterday(at: Date, now: Date): boolean {
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return at.toDateString() === yesterday.toDateString();
}

/** `lundi 30 novembre, 09:00` of a moment as a clock on a wall shows it, given in milliseconds as if its zone were UTC. */
export function formatWall(local: number, locale: string): string {
  const day = dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(local);
  const time = dateFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }).format(local);
  return `${day}, ${time}`;
}

/** `vendredi 25 décembre 2026` of a day such as `2026-12-25`. */
export function formatDate(day: string, locale: string): string {
  return dateFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
}
