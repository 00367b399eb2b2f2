import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type SqliteDatabase } from '../sqlite/open-database';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database';
import { columnType } from './column-types';
import type { MoveTable } from './move-tables';
import { readBatches, type Key } from './read-batches';

let temporary: TemporaryDatabase;
let db: SqliteDatabase;
beforeEach(() => {
  temporary = temporaryDatabase();
  db = openDatabase(temporary.file, { role: 'write' });
  db.exec('CREATE TABLE "Things" ("place" TEXT NOT NULL, "number" INTEGER NOT NULL, "text" TEXT, PRIMARY KEY ("place", "number"))');
});
afterEach(() => {
  db.close();
  temporary.remove();
});

const THINGS: MoveTable = {
  name: 'Things',
  columns: [{ name: 'text', type: columnType('text') }, { name: 'number', type: columnType('integer') }, { name: 'place', type: columnType('text') }],
  key: ['place', 'number'],
};

async function batches(after: Key | null = null): Promise<{ numbers: unknown[]; last: Key }[]> {
  const all = [];
  for await (const { rows, last } of readBatches(db, THINGS, after)) all.push({ numbers: rows.map(([, number]) => number), last });
  return all;
}

test('every row comes once, in the order of the key, also after any row where it stopped', async () => {
  db.exec(`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 9001) INSERT INTO "Things" SELECT CASE WHEN n > 4500 THEN 'a' ELSE 'b' END, n, '' FROM n ORDER BY n % 7`);
  const ordered = [...Array.from({ length: 4501 }, (_, i) => 4501 + i), ...Array.from({ length: 4500 }, (_, i) => i + 1)];
  const read = await batches();
  expect(read.length).toBeGreaterThan(2);
  expect(read.flatMap(({ numbers }) => numbers)).toEqual(ordered);
  expect(read.at(-1)?.last).toEqual(['b', 4500]);
  expect((await batches(['a', 9001])).flatMap(({ numbers }) => numbers)).toEqual(ordered.slice(4501));
  expect(await batches(['b', 4500])).toEqual([]);
});

test('large rows come a few at a time', async () => {
  db.exec(`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 9) INSERT INTO "Things" SELECT 'a', n, hex(zeroblob(1500000)) FROM n`);
  expect((await batches()).map(({ numbers }) => numbers)).toEqual([[1, 2], [3, 4], [5, 6], [7, 8], [9]]);
});
