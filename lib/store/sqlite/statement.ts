import type Database from 'libsql';
import type { SqlRow, SqlValue } from '../sql-value';

/** A prepared statement of one connection. Rows come as arrays, in the order of the selected columns. */
export interface Statement {
  /** Rows changed. */
  run(...values: SqlValue[]): number;
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
}

/** Prepares `sql` on `db`. Preparing costs about ten executions: keep the statement. */
export function prepareStatement(db: Database.Database, sql: string): Statement {
  const statement = db.prepare(sql);
  if (statement.reader) statement.raw(true);
  return {
    run: (...values) => statement.run(checked(values, sql)).changes,
    get: (...values) => statement.get(checked(values, sql)) as SqlRow | undefined,
    all: (...values) => statement.all(checked(values, sql)) as SqlRow[],
  };
}

/** Throws a TypeError instead of letting the driver abort the process, or store NULL for a NaN. */
export function checked(values: readonly unknown[], sql: string): SqlValue[] {
  for (const value of values) {
    const good =
      value === null ||
      typeof value === 'string' ||
      typeof value === 'bigint' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      value instanceof Uint8Array;
    if (!good) throw new TypeError(`cannot bind ${typeof value} ${String(value)} in: ${sql.slice(0, 120)}`);
  }
  return values as SqlValue[];
}
