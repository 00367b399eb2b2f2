/** How a language writes dates and numbers. Own tables: those of `Intl` differ between versions of Node and browsers. */
export interface LocaleTable {
  months: readonly string[];
  monthsShort: readonly string[];
  days: readonly string[];
  daysShort: readonly string[];
  group: string;
  decimal: string;
  minus: string;
  /** Patterns of formatDate, in the letters of `strftime`. */
  patterns: Record<DateStyle, string>;
  /** The amount stands at `#`, the sign of the currency at `¤`. */
  money: string;
}

export const DATE_STYLES = ['short', 'medium', 'long', 'full', 'time', 'date-time'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

const NARROW_SPACE = '\u202f';
const NO_BREAK_SPACE = '\u00a0';

const en: LocaleTable = {
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  daysShort: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  group: ',',
  decimal: '.',
  minus: '-',
  patterns: {
    short: '%-d %b %Y',
    medium: '%-d %b %Y',
    long: '%-d %B %Y',
    full: '%A %-d %B %Y',
    time: `%-I:%M${NARROW_SPACE}%p`,
    'date-time': `%-d %B %Y, %-I:%M${NARROW_SPACE}%p`,
  },
  money: '¤#',
};

const fr: LocaleTable = {
  months: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  monthsShort: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  daysShort: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
  group: NARROW_SPACE,
  decimal: ',',
  minus: '-',
  patterns: {
    short: '%d/%m/%Y',
    medium: '%o %b %Y',
    long: '%o %B %Y',
    full: '%A %o %B %Y',
    time: '%H:%M',
    'date-time': '%o %B %Y à %H:%M',
  },
  money: `#${NO_BREAK_SPACE}¤`,
};

/** Québec writes the hour with an h and the date with dashes. */
const frCA: LocaleTable = {
  ...fr,
  group: NO_BREAK_SPACE,
  patterns: {
    ...fr.patterns,
    short: '%Y-%m-%d',
    time: `%-H${NO_BREAK_SPACE}h${NO_BREAK_SPACE}%M`,
    'date-time': `%o %B %Y à %-H${NO_BREAK_SPACE}h${NO_BREAK_SPACE}%M`,
  },
};

const TABLES: Record<string, LocaleTable> = { en, fr, 'fr-ca': frCA };

/** The table of the closest known language (BCP 47 lookup); English when none is. */
export function localeTable(locale: string): LocaleTable {
  const parts = locale.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const key = parts.slice(0, length).join('-');
    if (Object.hasOwn(TABLES, key)) return TABLES[key] ?? en;
  }
  return en;
}
