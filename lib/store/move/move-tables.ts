import type pg from 'pg';
import type { SqliteDatabase } from '../sqlite/open-database';
import { columnType, type ColumnType } from './column-types';
import { MoveRefusal } from './move-refusal';
import { orderTables } from './order-tables';

/** A table that both databases have, with the same columns under the same key. */
export interface MoveTable {
  name: string;
  columns: readonly { name: string; type: ColumnType }[];
  /** Columns of the primary key, in its order. */
  key: readonly string[];
}

/** Columns of each table with the type's name; the place in the primary key from 1, or 0. */
type Shape = Map<string, { column: string; type: string; place: number }[]>;

/** Bookkeeping of migrations and moves: belongs to each database itself. */
const OWN = /^_/;

const SQLITE = `SELECT t.name, c.name, c.type, c.pk FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c
  WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid`;
const POSTGRES = `SELECT c.table_name, c.column_name, c.data_type, coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0)
  FROM information_schema.columns c
  JOIN information_schema.tables t USING (table_schema, table_name)
  JOIN pg_class r ON r.relname = c.table_name AND r.relnamespace = current_schema()::regnamespace
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = c.column_name
  LEFT JOIN pg_index i ON i.indrelid = r.oid AND i.indisprimary
  WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`;
const REFERENCES = `SELECT a.relname, b.relname FROM pg_constraint f JOIN pg_class a ON a.oid = f.conrelid JOIN pg_class b ON b.oid = f.confrelid
  WHERE f.contype = 'f' AND f.connamespace = current_schema()::regnamespace`;

/**
 * What there is to move, asked of both databases, in an order in which no row comes before one it refers to.
 *
 * @throws MoveRefusal when one side has a table or a column that the other has not
 * @throws Error when a table has no primary key, or another one on the other side
 */
export async function moveTables(source: SqliteDatabase, target: pg.ClientBase): Promise<MoveTable[]> {
  const ask = async (text: string): Promise<unknown[][]> => (await target.query<unknown[]>({ text, rowMode: 'array' })).rows;
  const here = shape(source.prepare(SQLITE).raw().all() as unknown[][]);
  const there = shape(await ask(POSTGRES));
  const [onlyHere, onlyThere] = [missing(here, there), missing(there, here)];
  if (onlyHere.length + onlyThere.length > 0) throw new MoveRefusal({ reason: 'schema', onlyHere, onlyThere });
  return orderTables([...there.keys()], (await ask(REFERENCES)).map(([from, to]) => [String(from), String(to)] as const)).map((name) => {
    const columns = there.get(name) ?? [];
    const key = keyOf(columns);
    if (key.length === 0 || String(key) !== String(keyOf(here.get(name) ?? []))) throw new Error(`the table ${name} has no key that is the same in both databases`);
    return { name, columns: columns.map(({ column, type }) => ({ name: column, type: columnType(type) })), key };
  });
}

function shape(rows: readonly unknown[][]): Shape {
  const tables: Shape = new Map();
  for (const [table, column, type, place] of rows) {
    if (OWN.test(String(table))) continue;
    tables.set(String(table), [...(tables.get(String(table)) ?? []), { column: String(column), type: String(type), place: Number(place) }]);
  }
  return tables;
}

/** A table that is missing is named once, without its columns. */
function missing(from: Shape, other: Shape): string[] {
  return [...from].flatMap(([table, columns]) => {
    const known = other.get(table)?.map(({ column }) => column);
    return known ? columns.filter(({ column }) => !known.includes(column)).map(({ column }) => `${table}.${column}`) : [table];
  });
}

function keyOf(columns: readonly { column: string; place: number }[]): string[] {
  return columns.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place).map(({ column }) => column);
}
