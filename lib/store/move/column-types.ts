import type { Unstorable } from './move-refusal';

/**
 * How values of one type of PostgreSQL are written there, and how both databases spell them for comparison. The two
 * spellings are made by the databases themselves, not by what copied the rows.
 */
export interface ColumnType {
  /** The value as COPY's text format takes it, before escaping; or why it cannot be kept. Null is never asked. */
  write(value: unknown): string | { why: Unstorable };
  /** SQL for the spelling, from a quoted column; a null has a spelling of its own. */
  sqlite(column: string): string;
  postgres(column: string): string;
}

const INT4 = 2 ** 31;
/** What both PostgreSQL and a Date can hold, as four-digit years. */
const [EARLIEST, LATEST] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

/** Ends with a comma, which a number has none of: texts carry their length instead. */
const spelled = (sql: string): string => `concat(${sql}, ',')`;

const text: ColumnType = {
  write: (value) => (typeof value === 'string' ? value : { why: 'wrongType' }),
  sqlite: (column) => `coalesce(octet_length(${column}) || ':' || ${column}, ':')`,
  postgres: (column) => `concat(octet_length(${column}), ':', ${column})`,
};

function integer(fits: (value: number) => boolean): ColumnType {
  return {
    write: (value) => (typeof value !== 'number' || !Number.isInteger(value) ? { why: 'wrongType' } : fits(value) ? String(value) : { why: 'outOfRange' }),
    sqlite: (column) => `coalesce(${column}, '') || ','`,
    postgres: spelled,
  };
}

const boolean: ColumnType = {
  write: (value) => (value === 1 ? 't' : value === 0 ? 'f' : { why: 'wrongType' }),
  sqlite: (column) => `CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE '' END || ','`,
  postgres: (column) => spelled(`${column}::text`),
};

/** Written by Prisma as ISO text; by SQLite's own default as text without a zone, which is UTC. Milliseconds. */
const instant: ColumnType = {
  write(value) {
    const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value.replace(' ', 'T')}Z`) : Number.NaN;
    if (!Number.isFinite(at)) return { why: 'wrongType' };
    return at < EARLIEST || at > LATEST ? { why: 'outOfRange' } : new Date(at).toISOString();
  },
  sqlite: (column) =>
    `coalesce(CASE typeof(${column}) WHEN 'integer' THEN ${column} ELSE strftime('%s', ${column}) * 1000 + CAST(substr(strftime('%f', ${column}), 4) AS INTEGER) END, '') || ','`,
  postgres: (column) => spelled(`(extract(epoch FROM ${column}) * 1000)::bigint`),
};

/** By information_schema's name of the type. A type that is not here is refused, not guessed at. */
const TYPES: Readonly<Record<string, ColumnType>> = {
  text,
  'character varying': text,
  // Read as a double: beyond, it would not be the number that was written.
  bigint: integer(Number.isSafeInteger),
  integer: integer((value) => value >= -INT4 && value < INT4),
  boolean,
  'timestamp without time zone': instant,
  'timestamp with time zone': instant,
};

/** @throws Error for a type that nothing is known of */
export function columnType(name: string): ColumnType {
  const type = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
  if (!type) throw new Error(`a move knows no columns of the type ${name}`);
  return type;
}
