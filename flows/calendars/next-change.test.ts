import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarSchema, type Calendar } from './calendar';
import { isOpen } from './is-open';
import { nextChange } from './next-change';

const day = [{ from: '09:00', to: '12:30' }, { from: '14:00', to: '18:00' }];
const service: Calendar = calendarSchema.parse({
  key: 'service',
  name: {},
  timeZone: 'Europe/Paris',
  spans: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [{ from: '10:00', to: '24:00' }], sun: [{ from: '00:00', to: '01:00' }] },
  holidays: [{ date: '2026-12-25', name: {}, spans: [] }],
});
const at = (iso: string) => Date.parse(iso);

describe('nextChange()', () => {
  it.each([
    ['2026-11-23T08:00:00Z', '2026-11-23T11:30:00Z', false, 'opened this second, closes for lunch'],
    ['2026-11-23T11:30:00Z', '2026-11-23T13:00:00Z', true, 'closed this second'],
    ['2026-11-23T17:00:00Z', '2026-11-24T08:00:00Z', true, 'until tomorrow'],
    ['2026-11-21T20:00:00Z', '2026-11-22T00:00:00Z', false, 'open over midnight'],
    ['2026-11-22T22:00:00Z', '2026-11-23T08:00:00Z', true, 'on a Sunday at eleven in the evening'],
    ['2026-12-24T17:00:00Z', '2026-12-26T09:00:00Z', true, 'over Christmas'],
  ])('%s → %s, opens: %s (%s)', (now, then, opens) => expect(nextChange(service, at(now))).toEqual({ at: at(then), opens }));

  it('is null for a service that never changes', () => {
    const always = { ...service, holidays: [], spans: Object.fromEntries(Object.keys(service.spans).map((key) => [key, [{ from: '00:00', to: '24:00' }]])) as Calendar['spans'] };
    expect(nextChange(always, at('2026-01-01T00:00:00Z'))).toBeNull();
  });

  it('changes then, and not before', () => {
    fc.assert(
      fc.property(fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Pacific/Auckland'), fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') }), (timeZone, now) => {
        const calendar = { ...service, timeZone };
        const change = nextChange(calendar, now);
        if (change === null) throw new Error('it changes every week');
        expect(change.at).toBeGreaterThan(now);
        expect(isOpen(calendar, change.at)).toBe(change.opens);
        for (let moment = change.at - 1; moment >= now; moment -= 901_000) expect(isOpen(calendar, moment)).toBe(!change.opens);
      }),
      { numRuns: 200 },
    );
  });
});
