import { isUtf8 } from 'node:buffer';
import type { SqliteDatabase } from '../sqlite/open-database';
import { MoveRefusal } from './move-refusal';
import type { MoveTable } from './move-tables';
import { quoted } from '../quoted';

/** Rows looked at together. */
const TOGETHER = 64;

/**
 * Looks at every byte of a table before anything is moved: a text with a NUL is cut short by SQLite's driver and
 * refused by PostgreSQL, and one that is not UTF-8 ends the process that reads it as text. So it is read as bytes.
 *
 * @throws MoveRefusal naming the first such row
 */
export async function checkTexts(source: SqliteDatabase, table: MoveTable): Promise<void> {
  const names = table.columns.map(({ name }) => name);
  const whole = names.map((name) => `coalesce(${quoted([name])}, '')`).join(' || ');
  const some = source
    .prepare(`SELECT max(r), CAST(group_concat(t, '') AS BLOB) FROM (SELECT rowid AS r, ${whole} AS t FROM ${quoted([table.name])} WHERE rowid > ? ORDER BY rowid LIMIT ${TOGETHER})`)
    .raw();
  for (let after: unknown = Number.MIN_SAFE_INTEGER, count = 0; ; count += 1) {
    const [last, bytes] = some.get([after]) as [number | null, unknown];
    if (last === null) return;
    if (wrong(bytes)) throw firstWrong(source, table, Number(after), last);
    after = last;
    if (count % TOGETHER === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

function wrong(value: unknown): 'nul' | 'notUtf8' | null {
  const bytes = Buffer.from(value as Uint8Array<ArrayBuffer>);
  return !isUtf8(bytes) ? 'notUtf8' : bytes.includes(0) ? 'nul' : null;
}

function firstWrong(source: SqliteDatabase, table: MoveTable, after: number, last: number): MoveRefusal {
  const names = table.columns.map(({ name }) => name);
  const bytes = names.map((name) => `CAST(coalesce(${quoted([name])}, '') AS BLOB)`).join(', ');
  const rows = source.prepare(`SELECT ${bytes} FROM ${quoted([table.name])} WHERE rowid > ? AND rowid <= ? ORDER BY rowid`).raw();
  for (const row of rows.all([after, last]) as unknown[][]) {
    const key = table.key.map((name) => Buffer.from(row[names.indexOf(name)] as Uint8Array<ArrayBuffer>).toString()).join(', ');
    for (const [place, column] of names.entries()) {
      const why = wrong(row[place]);
      if (why) return new MoveRefusal({ reason: 'unstorable', why, table: table.name, column, key: key.replaceAll('\0', '\\0') });
    }
  }
  throw new Error(`a wrong text of ${table.name} was gone when looked for`);
}
