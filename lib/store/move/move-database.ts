import type pg from 'pg';
import { openDatabase, type SqliteDatabase } from '../sqlite/open-database';
import { checkTexts } from './check-texts';
import { copyInto, copyLines } from './copy-rows';
import { fingerprint, type Fingerprint } from './fingerprint';
import { beginMoveLog, endMoveLog, logDone, logged, readMoveLog, type Progress } from './move-log';
import { MoveRefusal } from './move-refusal';
import { moveTables, type MoveTable } from './move-tables';
import { isServerTrouble, openTarget } from './open-target';
import { serverWords } from '../postgres/server-words';
import { readBatches } from './read-batches';
import { refuseOccupied } from './refuse-occupied';
import { sumHere, sumThere } from './row-sums';
import { setSequences } from './set-sequences';

export interface Move {
  /** A migrated database file that nothing else has open. It is read only. */
  file: string;
  /** Address of a PostgreSQL database: empty, or where this move was begun. */
  url: string;
  /** Folder of PostgreSQL's migrations. */
  migrations: string;
}

/** Told as the move goes on. Rows are those written so far, also by earlier runs. */
export interface MoveWatch {
  /** `resumed`: an earlier run had begun. */
  begun(resumed: boolean): void;
  wrote(table: string, rows: number): void;
  /** The table is the same on both sides. */
  verified(table: string, rows: number): void;
}

/**
 * Carries every row of a database file into PostgreSQL, and then compares both sides. Killed at any time and called
 * again it goes on where it stopped: rows and how far they came are one transaction.
 *
 * @returns rows in all
 * @throws MoveRefusal; what was written stays for the next run, but what differs has to be begun anew
 */
export async function moveDatabase({ file, url, migrations }: Move, watch: MoveWatch): Promise<number> {
  const from = await fingerprint(file);
  const target = await openTarget(url, migrations);
  const source = openDatabase(file, { role: 'read' });
  try {
    return await carry(source, target.client, from, watch);
  } catch (error) {
    if (isServerTrouble(error)) throw new MoveRefusal({ reason: 'interrupted', detail: serverWords(error) });
    throw error;
  } finally {
    source.close();
    await target.close();
  }
}

async function carry(source: SqliteDatabase, target: pg.ClientBase, from: Fingerprint, watch: MoveWatch): Promise<number> {
  const tables = await moveTables(source, target);
  const before = await readMoveLog(target, from);
  if (!before) {
    for (const table of tables) await checkTexts(source, table);
    // That took its time: somebody may have started Relais there.
    await refuseOccupied(target);
    await beginMoveLog(target, from, tables);
  }
  watch.begun(before !== null);
  for (const table of tables) await copyTable(source, target, table, before?.get(table.name), watch);
  await target.query('ANALYZE');
  const rows = await compare(source, target, tables, watch);
  await setSequences(target, tables);
  await endMoveLog(target);
  return rows;
}

/** While one batch is being written, the next one is read. */
async function copyTable(source: SqliteDatabase, target: pg.ClientBase, table: MoveTable, progress: Progress | undefined, watch: MoveWatch): Promise<void> {
  if (progress?.done) return;
  let count = progress?.rows ?? 0;
  let writing = Promise.resolve();
  for await (const { rows, last } of readBatches(source, table, progress?.last ?? null)) {
    const lines = copyLines(table, rows);
    await writing;
    watch.wrote(table.name, count);
    writing = copyInto(target, table, lines, logged(table, last, rows.length));
    // Awaited with the next batch; until then a failure is nobody's.
    writing.catch(() => undefined);
    count += rows.length;
  }
  await writing;
  watch.wrote(table.name, count);
  await logDone(target, table);
}

async function compare(source: SqliteDatabase, target: pg.ClientBase, tables: readonly MoveTable[], watch: MoveWatch): Promise<number> {
  const different: string[] = [];
  let total = 0;
  for (const table of tables) {
    const [here, there] = await Promise.all([sumHere(source, table), sumThere(target, table)]);
    if (here.rows === there.rows && here.sum === there.sum) watch.verified(table.name, here.rows);
    else different.push(table.name);
    total += here.rows;
  }
  if (different.length > 0) throw new MoveRefusal({ reason: 'different', tables: different });
  return total;
}
