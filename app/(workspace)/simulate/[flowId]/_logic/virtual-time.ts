import { zoneOffset } from '@/flows/expressions/zone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a clock on the wall of a zone shows, as a `datetime-local` field writes it. */
export function wallTime(zone: string, instant: number): string {
  return new Date(instant + (zoneOffset(zone, instant) ?? 0)).toISOString().slice(0, 16);
}

/** The moment at which the clock on the wall of a zone shows `local`; null when that is no time. */
export function instantOfWall(zone: string, local: string): number | null {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return null;
  const near = wall - (zoneOffset(zone, wall) ?? 0);
  return wall - (zoneOffset(zone, near) ?? 0);
}

/** The next Sunday at 23:00 in a zone, after `now`: the hour at which nobody is there. */
export function sundayNight(zone: string, now: number): number {
  const local = now + (zoneOffset(zone, now) ?? 0);
  const midnight = Math.floor(local / DAY) * DAY;
  const days = (7 - new Date(local).getUTCDay()) % 7;
  const wall = midnight + days * DAY + 23 * HOUR;
  const next = wall > local ? wall : wall + 7 * DAY;
  return instantOfWall(zone, new Date(next).toISOString().slice(0, 16)) ?? now;
}

/** How long until something, to be counted down: `0:48`, `23:59:00`; whole days apart. */
export function countdown(ms: number): { days: number; rest: string } {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const seconds = Math.floor((ms % MINUTE) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = hours > 0 || days > 0 ? `${days > 0 ? two(hours) : hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  return { days, rest };
}
