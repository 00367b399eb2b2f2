import pg from 'pg';
import type { Fingerprint } from './fingerprint';
import { MoveRefusal } from './move-refusal';
import type { MoveTable } from './move-tables';
import type { Key } from './read-batches';
import { quoted } from '../quoted';

/** In the target, from the first row moved until the last is verified: which move it is, and how far it came. */
export const MOVE_LOG = '_relais_move';

/** How far a table came. */
export interface Progress {
  /** The last key written; null when none was. */
  last: Key | null;
  rows: number;
  done: boolean;
}

/** Whether a move into the database was begun and is not finished. */
export async function moveUnderWay(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [quoted([MOVE_LOG])]);
  return rows[0]?.there === true;
}

/**
 * How far a move from that source came; null when none was begun.
 *
 * @throws MoveRefusal when it was another source, or this one before it was written to
 */
export async function readMoveLog(client: pg.ClientBase, source: Fingerprint): Promise<Map<string, Progress> | null> {
  if (!(await moveUnderWay(client))) return null;
  const { rows } = await client.query<[string, string, string, string | null, number, boolean]>({
    text: `SELECT "table", "database", "content", "last", "rows", "done" FROM ${quoted([MOVE_LOG])}`,
    rowMode: 'array',
  });
  for (const [, database, content] of rows) {
    if (database !== source.database) throw new MoveRefusal({ reason: 'otherSource' });
    if (content !== source.content) throw new MoveRefusal({ reason: 'changedSource' });
  }
  return new Map(rows.map(([table, , , last, count, done]) => [table, { last: last === null ? null : (JSON.parse(last) as Key), rows: Number(count), done }]));
}

/** Begins a move into a database that has our tables and nothing in them. */
export async function beginMoveLog(client: pg.ClientBase, source: Fingerprint, tables: readonly MoveTable[]): Promise<void> {
  await client.query('BEGIN');
  await client.query(`CREATE TABLE ${quoted([MOVE_LOG])} ("table" TEXT PRIMARY KEY, "database" TEXT NOT NULL, "content" TEXT NOT NULL,
    "last" TEXT, "rows" BIGINT NOT NULL DEFAULT 0, "done" BOOLEAN NOT NULL DEFAULT false)`);
  await client.query(`INSERT INTO ${quoted([MOVE_LOG])} ("table", "database", "content") SELECT t, $2, $3 FROM unnest($1::text[]) t`, [tables.map(({ name }) => name), source.database, source.content]);
  await client.query('COMMIT');
}

/** One statement, to go with the rows it speaks of. */
export function logged({ name }: MoveTable, last: Key, rows: number): string {
  return `UPDATE ${quoted([MOVE_LOG])} SET "last" = ${pg.escapeLiteral(JSON.stringify(last))}, "rows" = "rows" + ${rows} WHERE "table" = ${pg.escapeLiteral(name)}`;
}

export async function logDone(client: pg.ClientBase, { name }: MoveTable): Promise<void> {
  await client.query(`UPDATE ${quoted([MOVE_LOG])} SET "done" = true WHERE "table" = $1`, [name]);
}

/** Leaves nothing of the move but what was moved. */
export async function endMoveLog(client: pg.ClientBase): Promise<void> {
  await client.query(`DROP TABLE ${quoted([MOVE_LOG])}`);
}
