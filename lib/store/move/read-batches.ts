import type { SqlRow, SqlValue } from '../sql-value';
import type { SqliteDatabase } from '../sqlite/open-database';
import type { MoveTable } from './move-tables';
import { quoted } from '../quoted';

/** A batch ends at so many rows or, about, so many characters: flows are large, and memory is bounded. */
const ROWS = 4000;
const CHARACTERS = 4_000_000;
/** Rows read without letting the connection to the other database have its turn. */
const SLICE = 250;

/** Where a batch ended: the values of the primary key. */
export type Key = readonly SqlValue[];

/**
 * The rows of a table after a key, in the order of the primary key, batch by batch. Each batch is a query of its own
 * that begins after the last row of the one before: nothing is skipped row by row.
 */
export async function* readBatches(source: SqliteDatabase, table: MoveTable, after: Key | null): AsyncGenerator<{ rows: SqlRow[]; last: Key }> {
  const names = table.columns.map(({ name }) => name);
  const places = table.key.map((name) => names.indexOf(name));
  const [columns, key] = [quoted(names), quoted(table.key)];
  const statement = (where: string) => source.prepare(`SELECT ${columns} FROM ${quoted([table.name])}${where} ORDER BY ${key} LIMIT ${ROWS}`).raw();
  const first = statement('');
  const following = statement(` WHERE (${key}) > (${table.key.map(() => '?').join(', ')})`);
  for (let last = after; ; ) {
    const rows: SqlRow[] = [];
    let characters = 0;
    for (const row of (last ? following.iterate([...last]) : first.iterate([])) as Iterable<SqlRow>) {
      rows.push(row);
      for (const value of row) if (typeof value === 'string') characters += value.length;
      if (characters >= CHARACTERS) break;
      if (rows.length % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const end = rows.at(-1);
    if (!end) return;
    last = places.map((place) => end[place] ?? null);
    yield { rows, last };
  }
}
