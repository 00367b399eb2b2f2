import { describe, expect, it } from 'vitest';
import { calendarSchema } from '@/flows/calendars/calendar';
import { isOpen } from '@/flows/calendars/is-open';
import { DEMO } from './demo-workspace';

describe('the opening hours of the demo workspace', () => {
  it('are a calendar', () => {
    expect(calendarSchema.parse(DEMO.calendar)).toEqual(DEMO.calendar);
  });

  it.each([
    ['2026-11-23T08:30:00Z', true],
    ['2026-11-23T17:30:00Z', false],
    ['2026-11-28T15:30:00Z', true],
    ['2026-11-29T12:00:00Z', false],
    ['2026-12-25T12:00:00Z', false],
    ['2027-01-01T12:00:00Z', false],
  ])('are, at %s, open: %s', (at, open) => {
    expect(isOpen(DEMO.calendar, Date.parse(at))).toBe(open);
  });
});
