import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendarSchema } from './calendar';
import { isOpen } from './is-open';
import { nextOpening } from './next-opening';

const day = [{ from: '09:00', to: '12:30' }, { from: '14:00', to: '18:00' }];
const service: Calendar = calendarSchema.parse({
  key: 'service',
  name: { en: 'Service' },
  timeZone: 'Europe/Paris',
  spans: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [{ from: '10:00', to: '16:00' }], sun: [] },
  holidays: [
    { date: '2026-12-25', name: { fr: 'Noël' }, spans: [] },
    { date: '2026-12-24', name: { fr: 'Veille de Noël' }, spans: [{ from: '09:00', to: '12:00' }] },
    { date: '2026-03-29', name: {}, spans: [{ from: '02:30', to: '04:00' }] },
    { date: '2026-10-25', name: {}, spans: [{ from: '02:30', to: '02:45' }] },
  ],
});
const at = (iso: string) => Date.parse(iso);

describe('isOpen()', () => {
  it.each([
    ['2026-11-23T08:00:00Z', true, 'Monday nine o’clock in Paris'],
    ['2026-11-23T07:59:59Z', false, 'a second before'],
    ['2026-11-23T11:30:00Z', false, 'half past twelve: lunch'],
    ['2026-11-23T13:00:00Z', true, 'two o’clock'],
    ['2026-11-23T17:00:00Z', false, 'six o’clock sharp'],
    ['2026-07-06T07:00:00Z', true, 'nine o’clock in summer'],
    ['2026-07-06T16:30:00Z', false, 'half past six in summer'],
    ['2026-11-22T10:00:00Z', false, 'Sunday'],
    ['2026-12-25T09:00:00Z', false, 'Christmas'],
    ['2026-12-24T10:30:00Z', true, 'the morning before'],
    ['2026-12-24T14:00:00Z', false, 'the afternoon before'],
  ])('%s: %s (%s)', (moment, open) => expect(isOpen(service, at(moment))).toBe(open));

  it('ends at midnight of its own zone', () => {
    const always = { ...service, timeZone: 'America/St_Johns', holidays: [], spans: { ...service.spans, sun: [{ from: '00:00', to: '24:00' }], mon: [], sat: [] } };
    expect(isOpen(always, at('2026-11-22T03:29:59Z'))).toBe(false);
    expect(isOpen(always, at('2026-11-22T03:30:00Z'))).toBe(true);
    expect(isOpen(always, at('2026-11-23T03:29:59Z'))).toBe(true);
    expect(isOpen(always, at('2026-11-23T03:30:00Z'))).toBe(false);
  });
});

describe('nextOpening()', () => {
  it.each([
    ['2026-11-23T09:10:00Z', '2026-11-23T09:10:00Z', 'open already'],
    ['2026-11-23T05:00:00Z', '2026-11-23T08:00:00Z', 'this morning'],
    ['2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z', 'after lunch'],
    ['2026-11-21T20:00:00Z', '2026-11-23T08:00:00Z', 'over a Sunday'],
    ['2026-12-24T12:00:00Z', '2026-12-26T09:00:00Z', 'over Christmas to a Saturday'],
    ['2026-03-28T20:00:00Z', '2026-03-29T01:00:00Z', 'half past two is skipped in spring: three o’clock'],
    ['2026-10-25T00:00:00Z', '2026-10-25T00:30:00Z', 'half past two comes twice in autumn: the first'],
    ['2026-10-25T00:50:00Z', '2026-10-25T01:30:00Z', 'and the second'],
  ])('%s → %s (%s)', (now, then) => expect(nextOpening(service, at(now))).toBe(at(then)));

  it('is null for a service that never opens', () => {
    const never = { ...service, holidays: [], spans: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    expect(nextOpening(never, at('2026-01-01T00:00:00Z'))).toBeNull();
  });

  it('is open, and nothing before it was', () => {
    const time = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
    const span = fc.tuple(time, time).filter(([from, to]) => from < to).map(([from, to]) => [{ from, to }]);
    const none = fc.constant<Calendar['holidays'][number]['spans']>([]);
    const spans = fc.record({ mon: span, tue: none, wed: span, thu: none, fri: none, sat: none, sun: span });
    const zone = fc.constantFrom('Europe/Paris', 'America/St_Johns', 'America/Regina', '+05:30');
    fc.assert(
      fc.property(spans, zone, fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') }), (week, timeZone, now) => {
        const calendar: Calendar = { ...service, holidays: [], spans: week, timeZone };
        const next = nextOpening(calendar, now);
        if (next === null) throw new Error('it opens every week');
        expect(isOpen(calendar, next)).toBe(true);
        for (let moment = next - 1; moment >= now; moment -= 1_801_000) expect(isOpen(calendar, moment)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

describe('calendarSchema', () => {
  const refused = (change: object) => calendarSchema.safeParse({ ...service, ...change }).success;
  it('refuses what cannot be', () => {
    expect(refused({})).toBe(true);
    expect(refused({ timeZone: 'Europe/Atlantis' })).toBe(false);
    expect(refused({ spans: { ...service.spans, mon: [{ from: '12:00', to: '09:00' }] } })).toBe(false);
    expect(refused({ spans: { ...service.spans, mon: [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '13:00' }] } })).toBe(false);
    expect(refused({ holidays: [{ date: '2026-02-30', name: {}, spans: [] }] })).toBe(false);
  });
});
