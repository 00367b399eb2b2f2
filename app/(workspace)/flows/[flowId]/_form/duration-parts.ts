import { durationToMs } from '@/flows/document/duration';

export const DURATION_UNITS = ['seconds', 'minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface DurationParts {
  amount: number;
  unit: DurationUnit;
}

const SECONDS: Record<DurationUnit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** A duration in the largest unit that leaves it whole: `PT90M` is 90 minutes, `PT120M` is 2 hours. Null when it is not one. */
export function durationParts(iso: string): DurationParts | null {
  const ms = durationToMs(iso);
  if (ms === undefined) return null;
  const total = ms / 1000;
  const unit = [...DURATION_UNITS].reverse().find((candidate) => total >= SECONDS[candidate] && total % SECONDS[candidate] === 0);
  return unit === undefined ? { amount: total, unit: 'seconds' } : { amount: total / SECONDS[unit], unit };
}

/** The ISO 8601 form of an amount, cut to a whole one. */
export function isoDuration({ amount, unit }: DurationParts): string {
  const whole = Math.max(0, Math.trunc(amount));
  if (unit === 'days') return `P${whole}D`;
  return `PT${whole}${unit === 'hours' ? 'H' : unit === 'minutes' ? 'M' : 'S'}`;
}
