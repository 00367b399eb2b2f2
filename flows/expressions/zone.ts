const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When summer time holds: European Union (since 1996) or United States and Canada (since 2007). */
type SummerTime = 'europe' | 'north-america' | 'none';

/** Own table, because `Intl` carries whatever time zone data its runtime was built with. Minutes east of UTC in winter. */
const ZONES: Record<string, { minutes: number; summer: SummerTime }> = {
  UTC: { minutes: 0, summer: 'none' },
  'Europe/London': { minutes: 0, summer: 'europe' },
  'Europe/Lisbon': { minutes: 0, summer: 'europe' },
  'Europe/Paris': { minutes: 60, summer: 'europe' },
  'Europe/Brussels': { minutes: 60, summer: 'europe' },
  'Europe/Luxembourg': { minutes: 60, summer: 'europe' },
  'Europe/Zurich': { minutes: 60, summer: 'europe' },
  'Europe/Berlin': { minutes: 60, summer: 'europe' },
  'Europe/Madrid': { minutes: 60, summer: 'europe' },
  'Europe/Rome': { minutes: 60, summer: 'europe' },
  'Europe/Amsterdam': { minutes: 60, summer: 'europe' },
  'America/St_Johns': { minutes: -210, summer: 'north-america' },
  'America/Halifax': { minutes: -240, summer: 'north-america' },
  'America/Toronto': { minutes: -300, summer: 'north-america' },
  'America/Montreal': { minutes: -300, summer: 'north-america' },
  'America/New_York': { minutes: -300, summer: 'north-america' },
  'America/Winnipeg': { minutes: -360, summer: 'north-america' },
  'America/Chicago': { minutes: -360, summer: 'north-america' },
  'America/Regina': { minutes: -360, summer: 'none' },
  'America/Edmonton': { minutes: -420, summer: 'north-america' },
  'America/Denver': { minutes: -420, summer: 'north-america' },
  'America/Vancouver': { minutes: -480, summer: 'north-america' },
  'America/Los_Angeles': { minutes: -480, summer: 'north-america' },
  'America/Martinique': { minutes: -240, summer: 'none' },
  'Indian/Reunion': { minutes: 240, summer: 'none' },
};

/** The names of the table, in its order: nearest first. */
export const ZONE_NAMES: readonly string[] = Object.keys(ZONES);

/**
 * Milliseconds to add to UTC to get local time at `instant` (epoch milliseconds).
 * `zone` is a name of the table or an offset such as `+02:00`; undefined when it is neither.
 */
export function zoneOffset(zone: string, instant: number): number | undefined {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (fixed) {
    const [, sign, hours, minutes] = fixed;
    if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  const known = Object.hasOwn(ZONES, zone) ? ZONES[zone] : undefined;
  if (!known) return undefined;
  const winter = known.minutes * 60_000;
  return isSummer(known.summer, winter, instant) ? winter + HOUR : winter;
}

/** Whether times can be told in a zone. */
export function isKnownZone(zone: string): boolean {
  return zoneOffset(zone, 0) !== undefined;
}

function isSummer(rule: SummerTime, winter: number, instant: number): boolean {
  if (rule === 'none') return false;
  const year = new Date(instant + winter).getUTCFullYear();
  if (rule === 'europe') return instant >= lastSunday(year, 3) + HOUR && instant < lastSunday(year, 10) + HOUR;
  // Both changes happen at two o'clock of the clock on the wall: winter's in March, summer's in November.
  return instant >= sunday(year, 3, 2) + 2 * HOUR - winter && instant < sunday(year, 11, 1) + 2 * HOUR - winter - HOUR;
}

/** Midnight UTC of the nth Sunday of a month (1 to 12). */
function sunday(year: number, month: number, nth: number): number {
  const first = Date.UTC(year, month - 1, 1);
  return first + (((7 - new Date(first).getUTCDay()) % 7) + (nth - 1) * 7) * DAY;
}

function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 0);
  return last - new Date(last).getUTCDay() * DAY;
}
