import { DATE_STYLES, type DateStyle, type LocaleTable, localeTable } from './locale-tables';
import { zoneOffset } from './zone';

/**
 * A moment in words. `format` is a style (`short`, `medium`, `long`, `full`, `time`, `date-time`) or a pattern in the
 * letters of `strftime` (`%d/%m/%Y`); `zone` a name such as `Europe/Paris` or an offset. Undefined when the zone or the
 * moment is unknown.
 */
export function formatDate(instant: number, format: string, options: { locale: string; zone: string }): string | undefined {
  const offset = zoneOffset(options.zone, instant);
  if (offset === undefined || !Number.isFinite(instant) || Math.abs(instant) > 8.64e15 - 86_400_000) return undefined;
  const table = localeTable(options.locale);
  const pattern = isStyle(format) ? table.patterns[format] : format;
  return fill(pattern, new Date(instant + offset), table, offset);
}

/** A number with the separators of the language; `decimals` fixes the digits after the point, else those it has (at most 6). */
export function formatNumber(value: number, options: { locale: string; decimals?: number }): string {
  const table = localeTable(options.locale);
  if (!Number.isFinite(value)) return '';
  const decimals = options.decimals === undefined ? undefined : Math.min(Math.max(Math.trunc(options.decimals), 0), 20);
  const digits = Math.abs(value) >= 1e21 ? BigInt(Math.abs(value)).toString() : fixed(Math.abs(value), decimals);
  const [whole = '0', fraction = ''] = digits.split('.');
  const negative = value < 0 && /[1-9]/.test(digits);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, table.group);
  return (negative ? table.minus : '') + grouped + (fraction === '' ? '' : table.decimal + fraction);
}

/** An amount in a currency (ISO 4217, such as `EUR`), with the digits that currency is counted in. */
export function formatMoney(value: number, currency: string, options: { locale: string }): string {
  const amount = formatNumber(Math.abs(value), { locale: options.locale, decimals: WHOLE_CURRENCIES.has(currency) ? 0 : 2 });
  const sign = Object.hasOwn(CURRENCY_SIGNS, currency) ? (CURRENCY_SIGNS[currency] ?? currency) : currency;
  const pattern = localeTable(options.locale).money;
  const spaced = sign.length > 1 && pattern.startsWith('¤') ? `${sign}\u00a0` : sign;
  const text = pattern.replace('¤', () => spaced).replace('#', () => amount);
  return value < 0 && /[1-9]/.test(amount) ? `-${text}` : text;
}

const CURRENCY_SIGNS: Record<string, string> = { EUR: '€', USD: '$', CAD: '$', GBP: '£', JPY: '¥' };
const WHOLE_CURRENCIES = new Set(['JPY', 'KRW', 'XAF', 'XOF', 'XPF']);

function isStyle(format: string): format is DateStyle {
  return (DATE_STYLES as readonly string[]).includes(format);
}

function fixed(value: number, decimals: number | undefined): string {
  if (decimals !== undefined) return value.toFixed(decimals);
  const text = value.toFixed(6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** `date` carries local time in its UTC fields. An unknown letter stays as it was written. */
function fill(pattern: string, date: Date, table: LocaleTable, offset: number): string {
  return pattern.replace(/%(-?)([A-Za-z%])/g, (whole, plain: string, letter: string) => {
    const number = (value: number, width: number) => (plain ? String(value) : String(value).padStart(width, '0'));
    const hour = date.getUTCHours();
    switch (letter) {
      case 'Y': return number(date.getUTCFullYear(), 4);
      case 'y': return number(date.getUTCFullYear() % 100, 2);
      case 'm': return number(date.getUTCMonth() + 1, 2);
      case 'd': return number(date.getUTCDate(), 2);
      case 'e': return String(date.getUTCDate()).padStart(plain ? 0 : 2, ' ');
      // French says « 1er janvier », then « 2 janvier ».
      case 'o': return date.getUTCDate() === 1 ? '1er' : String(date.getUTCDate());
      case 'H': return number(hour, 2);
      case 'I': return number(hour % 12 === 0 ? 12 : hour % 12, 2);
      case 'M': return number(date.getUTCMinutes(), 2);
      case 'S': return number(date.getUTCSeconds(), 2);
      case 'p': return hour < 12 ? 'AM' : 'PM';
      case 'B': return table.months[date.getUTCMonth()] ?? '';
      case 'b': return table.monthsShort[date.getUTCMonth()] ?? '';
      case 'A': return table.days[date.getUTCDay()] ?? '';
      case 'a': return table.daysShort[date.getUTCDay()] ?? '';
      case 'z': return offsetText(offset);
      case '%': return '%';
      default: return whole;
    }
  });
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const text = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return (offset < 0 ? '-' : '+') + text;
}
