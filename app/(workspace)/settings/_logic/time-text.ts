/** A time of the day as calendars keep it, from what people type: `9`, `9:30`, `9h30`, `0930`. Null when it is none up to 24:00. */
export function timeOf(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:hH. ]?(\d{2}))?[hH]?$/.exec(typed.trim());
  if (!match) return null;
  const [, hours = '', minutes = '00'] = match;
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : null;
}
