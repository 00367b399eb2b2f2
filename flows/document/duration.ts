import { z } from 'zod';

const PATTERN = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7})S)?)?$/;

/** The longest duration a flow may wait, in milliseconds: 90 days. */
export const LONGEST_DURATION_MS = 90 * 86_400_000;

/** An ISO 8601 duration of days, hours, minutes and seconds, such as `PT30M`, from one second to 90 days. */
export const durationSchema = z
  .string()
  .refine((value) => {
    const ms = durationToMs(value);
    return ms !== undefined && ms >= 1000 && ms <= LONGEST_DURATION_MS;
  }, 'not a duration between one second and 90 days, such as PT30M')
  .meta({ field: 'duration' });

/** Milliseconds of an ISO 8601 duration; undefined when it is not one. */
export function durationToMs(value: string): number | undefined {
  const match = PATTERN.exec(value);
  if (!match || value === 'P' || value.endsWith('T')) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
}
