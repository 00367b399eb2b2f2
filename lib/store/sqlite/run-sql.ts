import type { InArgs, InValue, ResultSet, Row } from '@libsql/client';
import type { SqlValue } from '../sql-value';
import { checked } from './statement';
import type { SqliteDatabase } from './open-database';

/** Runs one statement whose text is not known beforehand, and answers in the shape of `@libsql/client`. */
export function runSql(db: SqliteDatabase, sql: string, args: InArgs): ResultSet {
  if (!Array.isArray(args)) throw new TypeError('named parameters are not used here');
  const values = checked(args.map(toSql), sql);
  const statement = db.prepare(sql);
  statement.safeIntegers(true);
  if (!statement.reader) {
    const { changes, lastInsertRowid } = statement.run(values);
    return resultSet([], [], [], Number(changes), BigInt(lastInsertRowid));
  }
  statement.raw(true);
  const columns = statement.columns();
  const rows = (statement.all(values) as unknown[][]).map((row) => row.map(fromSql) as unknown as Row);
  return resultSet(
    columns.map((column) => column.name),
    columns.map((column) => column.type ?? ''),
    rows,
    0,
    undefined,
  );
}

function resultSet(columns: string[], columnTypes: string[], rows: Row[], rowsAffected: number, lastInsertRowid: bigint | undefined): ResultSet {
  return { columns, columnTypes, rows, rowsAffected, lastInsertRowid, toJSON: () => ({ columns, columnTypes, rows, rowsAffected }) };
}

function toSql(value: InValue): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return value;
}

/** Integers come as bigint, so that none loses digits on its way; those that fit become numbers again. */
function fromSql(value: unknown): unknown {
  if (typeof value === 'bigint') return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  if (value instanceof Uint8Array) return value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength);
  return value;
}
