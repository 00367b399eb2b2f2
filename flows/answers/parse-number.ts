import type { Locale } from '@/flows/document/localized-text';

/** Spaces that group digits, and the marks that stand beside an amount. */
const SPACES = /[\s\u00a0\u2009\u202f']/g;
const AROUND = /^[€$£]|[€$£%]$/g;

/**
 * A number as people write it: « 1 386,50 », "1,386.50", `-3`, « 12 € ». Where one mark could mean either thing
 * (`1,386`, `1.386`), the customer's language decides. Undefined when it is not one, or lies outside the bounds.
 */
export function parseNumber(text: string, { min, max, integer }: { min?: number; max?: number; integer?: boolean }, language: Locale): number | undefined {
  const plain = text.normalize('NFKC').trim().replace(/[\u2212\u2013]/g, '-').replace(AROUND, '').replace(SPACES, '');
  const written = withPoint(plain, language.split('-')[0] === 'en' ? '.' : ',');
  if (written === undefined) return undefined;
  const value = Number(written);
  if (!Number.isFinite(value) || (integer === true && !Number.isInteger(value))) return undefined;
  return (min === undefined || value >= min) && (max === undefined || value <= max) ? value : undefined;
}

/** The same digits with a point for the decimals and nothing between thousands. */
function withPoint(text: string, decimal: string): string | undefined {
  const match = /^([+-]?)(\d[\d.,]*)$/.exec(text) ?? /^([+-]?)([.,]\d+)$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', digits = ''] = match;
  const marks = [...digits.matchAll(/[.,]/g)].map(([mark]) => mark);
  const last = marks.at(-1);
  if (last === undefined) return sign + digits;
  const kinds = new Set(marks);
  if (kinds.size === 2) return marks.filter((mark) => mark === last).length === 1 && isGrouped(digits.slice(0, digits.lastIndexOf(last))) ? point(sign, digits, last) : undefined;
  if (marks.length > 1) return isGrouped(digits) ? sign + digits.replaceAll(last, '') : undefined;
  return last !== decimal && isGrouped(digits) ? sign + digits.replaceAll(last, '') : point(sign, digits, last);
}

function isGrouped(digits: string): boolean {
  return /^[1-9]\d{0,2}([.,]\d{3})+$/.test(digits);
}

function point(sign: string, digits: string, mark: string): string | undefined {
  const at = digits.lastIndexOf(mark);
  const fraction = digits.slice(at + 1);
  return fraction === '' ? undefined : `${sign}${digits.slice(0, at).replace(/[.,]/g, '') || '0'}.${fraction}`;
}
