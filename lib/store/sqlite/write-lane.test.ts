import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type SqliteDatabase } from './open-database';
import { prepareStatement, type Statement } from './statement';
import { createWriteLane, DatabaseBusyError, LaneClosedError } from './write-lane';

let folder: string;
let db: SqliteDatabase;
let other: SqliteDatabase;
let insert: Statement;
let seen: () => unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-lane-'));
  db = openDatabase(join(folder, 'a.db'), { role: 'write' });
  db.exec('CREATE TABLE t (a TEXT PRIMARY KEY)');
  other = openDatabase(join(folder, 'a.db'), { role: 'write' });
  insert = prepareStatement(db, 'INSERT INTO t VALUES (?)');
  const select = prepareStatement(other, 'SELECT a FROM t ORDER BY rowid');
  seen = () => select.all().map(([a]) => a);
});
afterEach(() => {
  db.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Counts the commits of a connection. */
function commits(database: SqliteDatabase): () => number {
  const exec = database.exec.bind(database);
  let count = 0;
  database.exec = (sql: string) => {
    if (sql === 'COMMIT') count += 1;
    return exec(sql);
  };
  return () => count;
}

describe('write lane', () => {
  it('answers a unit only when another connection can see it', async () => {
    const lane = createWriteLane(db);
    expect(await lane.run(() => insert.run('x'))).toBe(1);
    expect(seen()).toEqual(['x']);
  });

  it('commits once for all that waits, and once for a lone unit', async () => {
    const lane = createWriteLane(db);
    const count = commits(db);
    await Promise.all(['a', 'b', 'c'].map((a) => lane.run(() => insert.run(a))));
    expect(count()).toBe(1);
    await lane.run(() => insert.run('d'));
    expect(count()).toBe(2);
    expect(seen()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('rolls back a failing unit alone', async () => {
    const lane = createWriteLane(db);
    const results = await Promise.allSettled([
      lane.run(() => insert.run('a')),
      lane.run(() => {
        insert.run('b');
        throw new Error('planted');
      }),
      lane.run(() => insert.run('a')),
      lane.run(() => insert.run('c')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(seen()).toEqual(['a', 'c']);
  });

  it('rejects every unit of a group whose transaction was lost', async () => {
    const lane = createWriteLane(db);
    const results = await Promise.allSettled([
      lane.run(() => insert.run('a')),
      lane.run(() => {
        db.exec('ROLLBACK'); // what SQLite does itself on a full disk
        throw new Error('disk full');
      }),
      lane.run(() => insert.run('c')),
    ]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(seen()).toEqual(['c']);
  });

  it('waits for another process without keeping the loop', async () => {
    const lane = createWriteLane(db);
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    setTimeout(() => other.exec('COMMIT'), 150);
    await lane.run(() => insert.run('a'));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
    expect(seen()).toEqual(['a']);
  });

  it('gives up on another process after its limit, and works again afterwards', async () => {
    const lane = createWriteLane(db, { busy: 60 });
    other.exec('BEGIN IMMEDIATE');
    await expect(lane.run(() => insert.run('a'))).rejects.toThrow(DatabaseBusyError);
    other.exec('COMMIT');
    await lane.run(() => insert.run('b'));
    expect(seen()).toEqual(['b']);
  });

  it('keeps units out of a borrowed transaction, in order', async () => {
    const lane = createWriteLane(db);
    const before = lane.run(() => insert.run('before'));
    const hold = await lane.hold();
    await before;
    hold.db().exec('BEGIN IMMEDIATE');
    const after = lane.run(() => insert.run('after'));
    insert.run('borrowed');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen()).toEqual(['before']);
    hold.db().exec('ROLLBACK');
    hold.release();
    await after;
    expect(seen()).toEqual(['before', 'after']);
  });

  it('takes the connection back from a borrower who forgets it', async () => {
    const lane = createWriteLane(db, { hold: 30 });
    const hold = await lane.hold();
    hold.db().exec("BEGIN IMMEDIATE; INSERT INTO t VALUES ('forgotten')");
    await lane.run(() => insert.run('a'));
    expect(seen()).toEqual(['a']);
    expect(() => hold.db()).toThrow(LaneClosedError);
    hold.release();
  });

  it('commits what waits before it closes, and refuses the rest', async () => {
    const lane = createWriteLane(db);
    const waiting = lane.run(() => insert.run('a'));
    await lane.close();
    await waiting;
    await expect(lane.run(() => insert.run('b'))).rejects.toThrow(LaneClosedError);
    expect(seen()).toEqual(['a']);
  });

  it('bounds a group, and starts the next one without being asked', async () => {
    const lane = createWriteLane(db, { group: 10, groupTime: 1000 });
    const count = commits(db);
    await Promise.all(Array.from({ length: 25 }, (_, i) => lane.run(() => insert.run(String(i)))));
    expect(count()).toBe(3);
    expect(seen()).toHaveLength(25);
  });
});

describe('a connection', () => {
  it('has every promised setting', () => {
    const read = (name: string): unknown => prepareStatement(db, `PRAGMA ${name}`).get()?.[0];
    expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('busy_timeout')]).toEqual(['wal', 2, 1, 0]);
  });

  it('refuses to write when it was opened to read', () => {
    const reader = openDatabase(join(folder, 'a.db'), { role: 'read' });
    expect(() => prepareStatement(reader, 'INSERT INTO t VALUES (?)').run('x')).toThrow(/readonly/);
    reader.close();
  });

  it('throws where the driver would abort the process: a boolean, an undefined, a NaN', () => {
    const loose = insert as { run(value: unknown): number };
    for (const value of [true, undefined, Number.NaN, {}, []]) expect(() => loose.run(value)).toThrow(TypeError);
  });
});
