#!/usr/bin/env node
// A maintainer's tool: writes the SQL that leads from the committed migrations to the schema.
//   node prisma/new-migration.mjs <name>              SQLite, prisma/schema.prisma
//   node prisma/new-migration.mjs <name> --postgres   PostgreSQL, prisma/postgres/schema.prisma
// For PostgreSQL no database is asked what the migrations gave: prisma/postgres/migrated.prisma is the schema they lead to.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.argv[2];
if (!/^[a-z0-9_]+$/.test(name ?? '')) throw new Error('usage: node prisma/new-migration.mjs <name of a-z, 0-9 and _>');

const postgres = process.argv.includes('--postgres');
const folderOf = postgres ? join('prisma', 'postgres') : 'prisma';
const migrations = join(root, folderOf, 'migrations');
const schema = join(root, folderOf, 'schema.prisma');
const migrated = join(root, folderOf, 'migrated.prisma');
mkdirSync(migrations, { recursive: true });
const first = !readdirSync(migrations, { withFileTypes: true }).some((entry) => entry.isDirectory());
const from = first ? ['--from-empty'] : postgres ? ['--from-schema', migrated] : ['--from-migrations', migrations];
const shadow = mkdtempSync(join(tmpdir(), 'relais-schema-'));
const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js');
const result = spawnSync(
  process.execPath,
  [prisma, 'migrate', 'diff', ...from, '--to-schema', schema, '--script'],
  {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: `file:${join(shadow, 'shadow.db')}`,
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'prisma', 'schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  },
);
rmSync(shadow, { recursive: true, force: true });
if (result.status !== 0) throw new Error(`prisma migrate diff failed: ${result.stderr}`);
if (!/^(CREATE|ALTER|DROP|PRAGMA)/m.test(result.stdout)) {
  console.log('nothing to migrate');
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrations, `${stamp}_${name}`);
mkdirSync(folder);
writeFileSync(join(folder, 'migration.sql'), result.stdout);
if (postgres) copyFileSync(schema, migrated);
console.log(join(folderOf, 'migrations', `${stamp}_${name}`, 'migration.sql'));
