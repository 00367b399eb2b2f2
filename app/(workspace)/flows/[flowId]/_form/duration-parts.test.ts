import { describe, expect, it } from 'vitest';
import { durationParts, isoDuration } from './duration-parts';

describe('durationParts', () => {
  it.each([
    ['PT30M', 30, 'minutes'],
    ['PT120M', 2, 'hours'],
    ['PT90M', 90, 'minutes'],
    ['PT45S', 45, 'seconds'],
    ['P1DT12H', 36, 'hours'],
    ['P7D', 7, 'days'],
  ] as const)('reads %s as %d %s', (iso, amount, unit) => {
    expect(durationParts(iso)).toEqual({ amount, unit });
  });

  it('knows what is no duration', () => {
    expect(durationParts('soon')).toBeNull();
  });

  it('writes what it reads', () => {
    for (const iso of ['PT45S', 'PT30M', 'PT5H', 'P3D']) expect(isoDuration(durationParts(iso) ?? { amount: 0, unit: 'days' })).toBe(iso);
  });
});
