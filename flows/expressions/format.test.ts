import { describe, expect, it } from 'vitest';
import { formatDate, formatMoney, formatNumber } from './format';
import { parseInstant } from './instant';
import { zoneOffset } from './zone';

const at = Date.UTC(2026, 0, 1, 13, 5, 9);
const date = (format: string, locale: string, zone = 'UTC', instant = at) => formatDate(instant, format, { locale, zone });

describe('formatDate', () => {
  it.each([
    ['short', 'en', '1 Jan 2026'],
    ['long', 'en', '1 January 2026'],
    ['full', 'en-GB', 'Thursday 1 January 2026'],
    ['time', 'en', '1:05\u202fPM'],
    ['date-time', 'en', '1 January 2026, 1:05\u202fPM'],
    ['short', 'fr', '01/01/2026'],
    ['medium', 'fr', '1er janv. 2026'],
    ['full', 'fr', 'jeudi 1er janvier 2026'],
    ['date-time', 'fr', '1er janvier 2026 à 13:05'],
    ['short', 'fr-CA', '2026-01-01'],
    ['time', 'fr-CA', '13\u00a0h\u00a005'],
    ['%Y-%m-%dT%H:%M:%S%z', 'de', '2026-01-01T13:05:09+00:00'],
    ['%-d/%-m/%y 100%% %Q', 'fr', '1/1/26 100% %Q'],
  ])('%s in %s', (format, locale, text) => {
    expect(date(format, locale)).toBe(text);
  });

  it('knows midnight and noon', () => {
    expect(date('time', 'en', 'UTC', Date.UTC(2026, 0, 1))).toBe('12:00\u202fAM');
    expect(date('time', 'en', 'UTC', Date.UTC(2026, 0, 1, 12))).toBe('12:00\u202fPM');
  });

  it('refuses a zone or a moment it does not know', () => {
    expect(date('long', 'en', 'Mars/Olympus')).toBeUndefined();
    expect(date('long', 'en', 'constructor')).toBeUndefined();
    expect(date('long', 'en', 'UTC', Number.NaN)).toBeUndefined();
    expect(date('long', 'en', '+02:00', 8.64e15)).toBeUndefined();
  });
});

describe('zoneOffset', () => {
  // The hour before and the hour after each change, as the tz database has them.
  it.each([
    ['Europe/Paris', '2026-03-29T00:59:59Z', 60],
    ['Europe/Paris', '2026-03-29T01:00:00Z', 120],
    ['Europe/Paris', '2026-10-25T00:59:59Z', 120],
    ['Europe/Paris', '2026-10-25T01:00:00Z', 60],
    ['America/Toronto', '2026-03-08T06:59:59Z', -300],
    ['America/Toronto', '2026-03-08T07:00:00Z', -240],
    ['America/Toronto', '2026-11-01T05:59:59Z', -240],
    ['America/Toronto', '2026-11-01T06:00:00Z', -300],
    ['America/Regina', '2026-07-01T00:00:00Z', -360],
    ['-03:30', '2026-07-01T00:00:00Z', -210],
  ])('%s at %s', (zone, instant, minutes) => {
    expect(zoneOffset(zone, Date.parse(instant))).toBe(minutes * 60_000);
  });

  it('agrees with the tz database on every zone it names, every week of 2020 to 2030', () => {
    for (const zone of ['UTC', 'Europe/London', 'Europe/Paris', 'America/St_Johns', 'America/Toronto', 'America/Vancouver', 'America/Regina', 'America/Martinique', 'Indian/Reunion']) {
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
      for (let instant = Date.UTC(2020, 0, 1, 5, 30); instant < Date.UTC(2030, 0, 1); instant += 7 * 86_400_000) {
        expect(formatDate(instant, '%d/%m/%Y, %H:%M:%S', { locale: 'en', zone })).toBe(clock.format(instant));
      }
    }
  });
});

describe('formatNumber and formatMoney', () => {
  it.each<[number, number | undefined, string, string]>([
    [0, undefined, '0', '0'],
    [1234.5, undefined, '1,234.5', '1\u202f234,5'],
    [1234.5, 2, '1,234.50', '1\u202f234,50'],
    [-1234567, 0, '-1,234,567', '-1\u202f234\u202f567'],
    [-0.001, 2, '0.00', '0,00'],
    [0.1 + 0.2, undefined, '0.3', '0,3'],
    [1e21, undefined, '1,000,000,000,000,000,000,000', '1\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000'],
    [Number.POSITIVE_INFINITY, 2, '', ''],
  ])('%s with %s decimals', (value, decimals, english, french) => {
    const digits = decimals === undefined ? {} : { decimals };
    expect(formatNumber(value, { locale: 'en', ...digits })).toBe(english);
    expect(formatNumber(value, { locale: 'fr', ...digits })).toBe(french);
  });

  it.each([
    [12, 'EUR', '€12.00', '12,00\u00a0€'],
    [-12.5, 'CAD', '-$12.50', '-12,50\u00a0$'],
    [1500, 'JPY', '¥1,500', '1\u202f500\u00a0¥'],
    [3, 'CHF', 'CHF\u00a03.00', '3,00\u00a0CHF'],
  ])('%s %s', (value, currency, english, french) => {
    expect(formatMoney(value, currency, { locale: 'en' })).toBe(english);
    expect(formatMoney(value, currency, { locale: 'fr' })).toBe(french);
  });
});

describe('parseInstant', () => {
  it.each([
    ['2026-01-05', Date.UTC(2026, 0, 5)],
    ['2026-01-05T09:00Z', Date.UTC(2026, 0, 5, 9)],
    ['2026-01-05T09:00:01.25+02:00', Date.UTC(2026, 0, 5, 7, 0, 1, 250)],
    ['2026-01-05 09:00:00-05:00', Date.UTC(2026, 0, 5, 14)],
  ])('%s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each(['', 'now', '2026-02-30', '2026-13-01', '2026-01-05T09:00', '2026-01-05T25:00Z', 'Jan 5 2026 10:00:00 AM', '05/01/2026'])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
