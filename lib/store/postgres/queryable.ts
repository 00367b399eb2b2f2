import type pg from 'pg';
import type { SqlRow } from '../sql-value';

/** A pool, or one connection inside a transaction. */
export type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>;

/** A statement prepared once per connection under its name. */
export interface NamedStatement {
  name: string;
  text: string;
}

/** Rows as arrays, in the order of the selected columns; JSON columns come parsed, bigint as numbers. */
export async function rowsOf(database: Queryable, { name, text }: NamedStatement, values: readonly unknown[]): Promise<readonly (readonly unknown[])[]> {
  const { rows } = await (database as pg.Pool).query<unknown[]>({ name, text, values: values as unknown[], rowMode: 'array' });
  return rows;
}

/** The first row, as {@link rowsOf} gives it. */
export async function rowOf(database: Queryable, statement: NamedStatement, values: readonly unknown[]): Promise<SqlRow | undefined> {
  return (await rowsOf(database, statement, values))[0] as SqlRow | undefined;
}
