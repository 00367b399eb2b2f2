import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type SqliteDatabase } from '@/lib/store/sqlite/open-database';
import { temporaryDatabase, type TemporaryDatabase } from '@/lib/store/testing/temporary-database';

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const classes = read('data-classes.json') as Record<string, Record<string, string>>;
const exceptions = read('workspace-exceptions.json') as { tables: Record<string, string>; keys: Record<string, string> };

/** What is asserted here is the migrated database, not the text of the schema. */
describe('the data model', () => {
  let temporary: TemporaryDatabase;
  let db: SqliteDatabase;
  let tables: string[];
  const columns = (sql: string): Record<string, unknown>[] => db.prepare(sql).all() as Record<string, unknown>[];

  beforeAll(() => {
    temporary = temporaryDatabase();
    db = openDatabase(temporary.file, { role: 'read' });
    tables = columns(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'`).map(({ name }) => String(name));
  });
  afterAll(() => {
    db.close();
    temporary.remove();
  });

  it('classes each column as none, personal or secret', () => {
    const found = Object.fromEntries(tables.map((table) => [table, columns(`PRAGMA table_info("${table}")`).map(({ name }) => String(name)).sort()]));
    const classed = Object.fromEntries(Object.entries(classes).map(([table, entries]) => [table, Object.keys(entries).sort()]));
    expect(classed).toEqual(found);
    const values = Object.values(classes).flatMap((entries) => Object.values(entries));
    expect(values.filter((value) => !['none', 'personal', 'secret'].includes(value))).toEqual([]);
  });

  it('begins every table and every key with the workspace', () => {
    const without: string[] = [];
    for (const table of tables.filter((name) => !(name in exceptions.tables))) {
      for (const index of columns(`PRAGMA index_list("${table}")`).filter(({ unique }) => unique === 1)) {
        const keys = columns(`PRAGMA index_info("${String(index.name)}")`).map(({ name }) => String(name));
        if (keys[0] !== 'workspaceId' && !(`${table}.${keys.join('+')}` in exceptions.keys)) without.push(`${table}(${keys.join(', ')})`);
      }
      if (!columns(`PRAGMA table_info("${table}")`).some(({ name }) => name === 'workspaceId')) without.push(table);
    }
    expect(without).toEqual([]);
  });

  it('lets no row point into another workspace', () => {
    const crossing: string[] = [];
    for (const table of tables.filter((name) => !(name in exceptions.tables))) {
      const links = columns(`PRAGMA foreign_key_list("${table}")`);
      for (const id of new Set(links.map((link) => link.id))) {
        const link = links.filter((entry) => entry.id === id);
        const target = String(link[0]?.table);
        if (target in exceptions.tables) continue;
        if (!link.some(({ from, to }) => from === 'workspaceId' && to === 'workspaceId')) crossing.push(`${table} → ${target}`);
      }
    }
    expect(crossing).toEqual([]);
  });

  it('keeps our own times as integers', () => {
    const own = tables.filter((table) => !['User', 'Session', 'Account', 'Verification'].includes(table));
    const texts = own.flatMap((table) => columns(`PRAGMA table_info("${table}")`).filter(({ type }) => type === 'DATETIME').map(({ name }) => `${table}.${String(name)}`));
    expect(texts).toEqual([]);
  });

  it('is the same for PostgreSQL', () => {
    const check = spawnSync(process.execPath, [join(import.meta.dirname, 'postgres/generate.mjs'), '--check'], { encoding: 'utf8' });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });
});
