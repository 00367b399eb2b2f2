import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduleTime } from '@/flows/document/trigger';
import { ZONE_NAMES, zoneOffset } from '@/flows/expressions/zone';
import { nextRun } from './next-run';

const DAY = 86_400_000;
const iso = (when: ScheduleTime, zone: string, after: string): string | null => {
  const at = nextRun(when, zone, Date.parse(after));
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

describe('nextRun', () => {
  it.each<[string, ScheduleTime, string, string, string | null]>([
    ['a day, later today', { every: 'day', at: '09:00' }, 'Europe/Paris', '2026-01-05T07:59:59Z', '2026-01-05T08:00'],
    ['a day, not the very moment', { every: 'day', at: '09:00' }, 'Europe/Paris', '2026-01-05T08:00:00Z', '2026-01-06T08:00'],
    ['a day, in summer', { every: 'day', at: '09:00' }, 'Europe/Paris', '2026-07-05T00:00:00Z', '2026-07-05T07:00'],
    ['the hour that spring skips', { every: 'day', at: '02:30' }, 'Europe/Paris', '2026-03-28T12:00:00Z', '2026-03-29T01:30'],
    ['the hour that autumn repeats, once', { every: 'day', at: '02:30' }, 'Europe/Paris', '2026-10-24T12:00:00Z', '2026-10-25T00:30'],
    ['and not twice', { every: 'day', at: '02:30' }, 'Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-26T01:30'],
    ['spring in America', { every: 'day', at: '02:15' }, 'America/New_York', '2026-03-07T12:00:00Z', '2026-03-08T07:15'],
    ['weekdays', { every: 'week', days: ['mon', 'fri'], at: '18:00' }, 'UTC', '2026-11-24T00:00:00Z', '2026-11-27T18:00'],
    ['a month’s 31st, or its last', { every: 'month', day: 31, at: '08:00' }, 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T08:00'],
    ['a leap year’s', { every: 'month', day: 30, at: '08:00' }, 'UTC', '2028-02-01T00:00:00Z', '2028-02-29T08:00'],
    ['the next month', { every: 'month', day: 1, at: '00:00' }, 'UTC', '2026-01-01T00:00:00Z', '2026-02-01T00:00'],
    ['an interval', { every: 'interval', minutes: 90 }, 'UTC', '2026-01-01T00:10:00Z', '2026-01-01T01:30'],
    ['once', { every: 'once', date: '2026-12-24', at: '17:00' }, 'America/Toronto', '2026-11-01T00:00:00Z', '2026-12-24T22:00'],
    ['once, over', { every: 'once', date: '2026-12-24', at: '17:00' }, 'America/Toronto', '2026-12-24T22:00:00Z', null],
    ['no day of the calendar', { every: 'once', date: '2026-02-30', at: '17:00' }, 'UTC', '2026-01-01T00:00:00Z', null],
    ['an unknown zone', { every: 'day', at: '17:00' }, 'Mars/Olympus', '2026-01-01T00:00:00Z', null],
  ])('%s', (_label, when, zone, after, expected) => expect(iso(when, zone, after)).toBe(expected));

  const zone = fc.constantFrom(...ZONE_NAMES);
  const at = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
  const start = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
  const local = (instant: number, name: string) => new Date(instant + (zoneOffset(name, instant) ?? 0));

  it('runs once on every day of eight years, in order, and shows its time but where the clock skips it', () => {
    fc.assert(
      fc.property(zone, at, start, (name, time, from) => {
        let last = from;
        let day = -1;
        for (let count = 0; count < 400; count += 1) {
          const run = nextRun({ every: 'day', at: time }, name, last);
          if (run === null) throw new Error('no run');
          expect(run).toBeGreaterThan(last);
          const shown = local(run, name);
          const today = Math.floor(shown.getTime() / DAY);
          if (count > 0) expect(today).toBe(day + 1);
          const said = shown.toISOString().slice(11, 16);
          if (said !== time) expect(zoneOffset(name, run - 3 * 3_600_000)).not.toBe(zoneOffset(name, run));
          [last, day] = [run, today];
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has no run between a moment and its next one', () => {
    const when: fc.Arbitrary<ScheduleTime> = fc.oneof(
      fc.record({ every: fc.constant('day' as const), at }),
      fc.record({ every: fc.constant('week' as const), days: fc.constantFrom<['tue'] | ['sun', 'mon']>(['tue'], ['sun', 'mon']), at }),
      fc.record({ every: fc.constant('month' as const), day: fc.integer({ min: 1, max: 31 }), at }),
      fc.record({ every: fc.constant('interval' as const), minutes: fc.integer({ min: 15, max: 10_080 }) }),
    );
    fc.assert(
      fc.property(when, zone, start, fc.double({ min: 0, max: 1, noNaN: true }), (schedule, name, from, part) => {
        const run = nextRun(schedule, name, from) ?? 0;
        expect(run).toBeGreaterThan(from);
        expect(nextRun(schedule, name, from + Math.floor((run - from - 1) * part))).toBe(run);
      }),
      { numRuns: 2000 },
    );
  });
});
