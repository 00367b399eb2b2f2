import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from './migrate';
import { openDatabase } from './sqlite/open-database';
import { prepareStatement } from './sqlite/statement';

let folder: string;
let file: string;
let migrations: string;
const add = (name: string, sql: string): void => {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), sql);
};
const migrate = (): string[] => migrateDatabase(file, migrations, 1_767_600_000_000);
const tables = (): unknown[] => {
  const db = openDatabase(file, { role: 'read' });
  const names = prepareStatement(db, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\' ORDER BY 1`).all();
  db.close();
  return names.map(([name]) => name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-migrate-'));
  file = join(folder, 'a.db');
  migrations = join(folder, 'migrations');
  add('1_first', 'CREATE TABLE a (x TEXT); CREATE TABLE b (x TEXT);');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('migrateDatabase', () => {
  it('applies what is missing, in order, once', () => {
    expect(migrate()).toEqual(['1_first']);
    expect(migrate()).toEqual([]);
    add('2_second', 'CREATE TABLE c (x TEXT);');
    expect(migrate()).toEqual(['2_second']);
    expect(tables()).toEqual(['a', 'b', 'c']);
  });

  it('applies all or nothing', () => {
    add('2_second', 'CREATE TABLE c (x TEXT);');
    add('3_third', 'CREATE TABLE d (x TEXT); CREATE TABLE a (x TEXT);');
    expect(migrate).toThrow(/already exists/);
    expect(tables()).toEqual([]);
  });

  it('refuses a migration that was changed after it was applied', () => {
    migrate();
    add('1_first', 'CREATE TABLE other (x TEXT);');
    expect(migrate).toThrow(/1_first was changed/);
  });

  it('does not mind line ends', () => {
    add('2_second', 'CREATE TABLE c (\n x TEXT);\n');
    migrate();
    add('2_second', 'CREATE TABLE c (\r\n x TEXT);\r\n');
    expect(migrate()).toEqual([]);
  });

  it('refuses a database of a newer program', () => {
    add('2_second', 'CREATE TABLE c (x TEXT);');
    migrate();
    const older = join(folder, 'older');
    cpSync(join(migrations, '1_first'), join(older, '1_first'), { recursive: true });
    expect(() => migrateDatabase(file, older, 0)).toThrow(/newer program.*2_second/);
  });

  it('refuses to leave rows that point nowhere', () => {
    add('2_second', `CREATE TABLE parent (id TEXT PRIMARY KEY); CREATE TABLE child (p TEXT REFERENCES parent (id)); INSERT INTO child VALUES ('nobody');`);
    expect(migrate).toThrow(/point nowhere/);
    expect(tables()).toEqual([]);
  });
});
