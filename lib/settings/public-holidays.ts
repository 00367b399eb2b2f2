import type { Calendar } from '@/flows/calendars/calendar';

/** Where public holidays can be filled in from: whole countries, and Quebec. Switzerland only has those of every canton. */
export const HOLIDAY_REGIONS = ['FR', 'BE', 'LU', 'CH', 'CA', 'CA-QC'] as const;
export type HolidayRegion = (typeof HOLIDAY_REGIONS)[number];

/** A day of the year: `12-25`; days after Easter Sunday; the nth Monday of a month; the Monday before a day. */
type Rule = string | { easter: number } | { monday: number; of: number } | { mondayBefore: string };
type Holiday = readonly [en: string, fr: string, rule: Rule];

const NEW_YEAR: Holiday = ['New Year’s Day', 'Jour de l’an', '01-01'];
const GOOD_FRIDAY: Holiday = ['Good Friday', 'Vendredi saint', { easter: -2 }];
const EASTER_MONDAY: Holiday = ['Easter Monday', 'Lundi de Pâques', { easter: 1 }];
const LABOUR: Holiday = ['Labour Day', 'Fête du Travail', '05-01'];
const ASCENSION: Holiday = ['Ascension Day', 'Ascension', { easter: 39 }];
const WHIT_MONDAY: Holiday = ['Whit Monday', 'Lundi de Pentecôte', { easter: 50 }];
const ASSUMPTION: Holiday = ['Assumption Day', 'Assomption', '08-15'];
const ALL_SAINTS: Holiday = ['All Saints’ Day', 'Toussaint', '11-01'];
const CHRISTMAS: Holiday = ['Christmas Day', 'Noël', '12-25'];
const CANADA: readonly Holiday[] = [['Canada Day', 'Fête du Canada', '07-01'], ['Labour Day', 'Fête du Travail', { monday: 1, of: 9 }]];

/**
 * Sources: Code du travail L3133-1 (FR); loi du 4 janvier 1974 (BE); Code du travail L.232-2 (LU); Bundesfeiertag and
 * the days all cantons share (CH); Canada Labour Code s. 166 (CA); Loi sur les normes du travail s. 60 (QC).
 */
const DAYS: Record<HolidayRegion, readonly Holiday[]> = {
  FR: [NEW_YEAR, EASTER_MONDAY, LABOUR, ['Victory in Europe Day', 'Victoire de 1945', '05-08'], ASCENSION, WHIT_MONDAY, ['Bastille Day', 'Fête nationale', '07-14'], ASSUMPTION, ALL_SAINTS, ['Armistice Day', 'Armistice de 1918', '11-11'], CHRISTMAS],
  BE: [NEW_YEAR, EASTER_MONDAY, LABOUR, ASCENSION, WHIT_MONDAY, ['Belgian National Day', 'Fête nationale', '07-21'], ASSUMPTION, ALL_SAINTS, ['Armistice Day', 'Armistice de 1918', '11-11'], CHRISTMAS],
  LU: [NEW_YEAR, EASTER_MONDAY, LABOUR, ['Europe Day', 'Journée de l’Europe', '05-09'], ASCENSION, WHIT_MONDAY, ['Luxembourg National Day', 'Fête nationale', '06-23'], ASSUMPTION, ALL_SAINTS, CHRISTMAS, ['Boxing Day', 'Saint-Étienne', '12-26']],
  CH: [NEW_YEAR, ASCENSION, ['Swiss National Day', 'Fête nationale', '08-01'], CHRISTMAS],
  CA: [NEW_YEAR, GOOD_FRIDAY, ['Victoria Day', 'Fête de Victoria', { mondayBefore: '05-25' }], ...CANADA, ['Day for Truth and Reconciliation', 'Journée de la vérité et de la réconciliation', '09-30'], ['Thanksgiving', 'Action de grâce', { monday: 2, of: 10 }], ['Remembrance Day', 'Jour du Souvenir', '11-11'], CHRISTMAS, ['Boxing Day', 'Lendemain de Noël', '12-26']],
  'CA-QC': [NEW_YEAR, GOOD_FRIDAY, ['National Patriots’ Day', 'Journée nationale des patriotes', { mondayBefore: '05-25' }], ['Quebec’s National Day', 'Fête nationale du Québec', '06-24'], ...CANADA, ['Thanksgiving', 'Action de grâce', { monday: 2, of: 10 }], CHRISTMAS],
};

/** The public holidays of a year, closed all day, in their order. Two on one day (Ascension on 1 May) are one with both names. */
export function publicHolidays(region: HolidayRegion, year: number): Calendar['holidays'] {
  const byDate = new Map<string, Calendar['holidays'][number]>();
  for (const [en, fr, rule] of DAYS[region]) {
    const date = dateOf(rule, year);
    const same = byDate.get(date);
    byDate.set(date, { date, name: same ? { en: `${same.name['en']}, ${en}`, fr: `${same.name['fr']}, ${fr}` } : { en, fr }, spans: [] });
  }
  return [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function dateOf(rule: Rule, year: number): string {
  if (typeof rule === 'string') return `${year}-${rule}`;
  if ('easter' in rule) return shifted(easter(year), rule.easter);
  if ('mondayBefore' in rule) {
    const day = `${year}-${rule.mondayBefore}`;
    return shifted(day, -((weekday(day) + 6) % 7 || 7));
  }
  const first = `${year}-${String(rule.of).padStart(2, '0')}-01`;
  return shifted(first, ((8 - weekday(first)) % 7) + (rule.monday - 1) * 7);
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones, Butcher). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}

/** 0 for Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
