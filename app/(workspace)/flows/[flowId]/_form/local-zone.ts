import { isKnownZone } from '@/flows/expressions/zone';

/** The time zone of whoever edits, when flows can tell time in it; else UTC. */
export function localZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isKnownZone(timeZone) ? timeZone : 'UTC';
}
