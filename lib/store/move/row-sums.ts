import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { SqliteDatabase } from '../sqlite/open-database';
import type { MoveTable } from './move-tables';
import { quoted } from '../quoted';

/** How many rows a table has, and the sum of a hash of each: the same in whatever order they are read. */
export interface RowSum {
  rows: number;
  sum: bigint;
}

/** Bits of each row's SHA-256 that are added up. */
const BITS = 60;
/** Rows hashed without letting anything else have its turn. */
const SLICE = 1000;

/** Reads every row as SQLite spells it. */
export async function sumHere(source: SqliteDatabase, table: MoveTable): Promise<RowSum> {
  const spelled = table.columns.map(({ name, type }) => type.sqlite(quoted([name]))).join(' || ');
  const statement = source.prepare(`SELECT ${spelled} FROM ${quoted([table.name])}`).raw();
  let [rows, sum] = [0, 0n];
  for (const [text] of statement.iterate([]) as Iterable<[string]>) {
    const hash = createHash('sha256').update(text).digest();
    sum += hash.readBigUInt64BE() >> BigInt(64 - BITS);
    rows += 1;
    if (rows % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return { rows, sum };
}

/** The same of PostgreSQL, which spells, hashes and adds by itself. */
export async function sumThere(target: pg.ClientBase, table: MoveTable): Promise<RowSum> {
  const spelled = table.columns.map(({ name, type }) => type.postgres(quoted([name]))).join(', ');
  const hash = `left(encode(sha256(convert_to(concat(${spelled}), 'UTF8')), 'hex'), ${BITS / 4})`;
  const { rows } = await target.query<[string, string]>({
    text: `SELECT count(*)::text, coalesce(sum(('x' || ${hash})::bit(${BITS})::bigint), 0)::text FROM ${quoted([table.name])}`,
    rowMode: 'array',
  });
  const [count = '0', sum = '0'] = rows[0] ?? [];
  return { rows: Number(count), sum: BigInt(sum) };
}
