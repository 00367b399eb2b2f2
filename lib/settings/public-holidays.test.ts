import { expect, test } from 'vitest';
import { calendarSchema } from '@/flows/calendars/calendar';
import { HOLIDAY_REGIONS, publicHolidays } from './public-holidays';

const dates = (...asked: Parameters<typeof publicHolidays>): string[] => publicHolidays(...asked).map(({ date }) => date.slice(5));

test('the public holidays of France in 2026', () => {
  expect(dates('FR', 2026)).toEqual(['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25']);
});

test('those of Quebec and Canada in 2026, with the Mondays that move', () => {
  expect(dates('CA-QC', 2026)).toEqual(['01-01', '04-03', '05-18', '06-24', '07-01', '09-07', '10-12', '12-25']);
  // The 25th of May 2026 is a Monday itself: the day before it counts.
  expect(dates('CA', 2027)).toEqual(['01-01', '03-26', '05-24', '07-01', '09-06', '09-30', '10-11', '11-11', '12-25', '12-26']);
});

test('two holidays on one day are one day with both names', () => {
  const [may] = publicHolidays('FR', 2008).filter(({ date }) => date === '2008-05-01');
  expect(may?.name).toEqual({ en: 'Labour Day, Ascension Day', fr: 'Fête du Travail, Ascension' });
});

test.each(HOLIDAY_REGIONS)('those of %s fit into a calendar in every year', (region) => {
  for (let year = 2024; year < 2060; year += 1) {
    const holidays = publicHolidays(region, year);
    expect(calendarSchema.shape.holidays.safeParse(holidays).success, String(year)).toBe(true);
    for (const { date } of holidays) expect(date.startsWith(`${year}-`)).toBe(true);
  }
});
