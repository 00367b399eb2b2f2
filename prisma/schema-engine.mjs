#!/usr/bin/env node
// A maintainer's tool, never part of start: stands in for Prisma's native schema engine, which its command line
// would download. Same JSON-RPC over stdio, served by the WASM schema engine from npm and a driver adapter.
//
//   node prisma/new-migration.mjs <name>     writes prisma/migrations/<time>_<name>/migration.sql through it
import { createInterface } from 'node:readline';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';

const argv = process.argv.slice(2);
const option = (name) => argv.flatMap((arg, i) => (arg === name ? [argv[i + 1]] : []));

if (argv.includes('--version')) {
  console.log('schema-engine-wasm');
  process.exit(0);
}
// can-connect-to-database and create-database: the adapter creates the file.
if (argv.includes('cli')) process.exit(0);

const require = createRequire(import.meta.url);
// The adapter's own copy: the two must agree.
const { bindMigrationAwareSqlAdapterFactory } = createRequire(require.resolve('@prisma/adapter-libsql'))('@prisma/driver-adapter-utils');
const wasmFile = require
  .resolve('@prisma/schema-engine-wasm')
  .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmFile)), { './schema_engine_bg.js': wasm });
wasm.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL,
 "finished_at" DATETIME, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" DATETIME,
 "started_at" DATETIME NOT NULL DEFAULT current_timestamp, "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0);`;
let wantsHistory = false;
let ready;

createInterface({ input: process.stdin })
  .on('line', (line) => void answer(JSON.parse(line)))
  .on('close', () => process.exit(0));

async function answer({ id, method, params }) {
  if (!method) return; // the command line's reply to our print request
  const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, ...message }) + '\n');
  try {
    if (/devDiagnostic|diagnoseMigrationHistory|applyMigrations|markMigration/.test(method)) wantsHistory = true;
    const engine = await (ready ??= start());
    let result;
    if (method === 'createDatabase') result = { databaseName: 'db' };
    else if (method === 'getDatabaseVersion') result = await engine.version(params);
    else result = await engine[method](params ?? {});
    // The native engine prints a diff through a request of its own; the WASM one returns it.
    if (method === 'diff' && result?.stdout) {
      process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id: 1e6 + id, method: 'print', params: { content: result.stdout } }) + '\n');
    }
    send({ result: result ?? null });
  } catch (error) {
    send({
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message: error?.message ?? String(error), meta: error?.meta ?? null, error_code: error?.code ?? null },
      },
    });
  }
}

function start() {
  const datamodels = option('--datamodels').map((path) => [path, readFileSync(path, 'utf8')]);
  const bound = bindMigrationAwareSqlAdapterFactory(adapterFactory());
  return wasm.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, bound);
}

function adapterFactory() {
  const source = JSON.parse(option('--datasource')[0] ?? '{}');
  const factory = new PrismaLibSql({ url: source.url ?? process.env.DATABASE_URL ?? 'file:./data/relais.db' });
  const connect = factory.connect.bind(factory);
  const shadow = factory.connectToShadowDb.bind(factory);
  // The WASM engine reports P1014 on a database without the history table.
  factory.connect = async () => {
    const adapter = scripted(await connect());
    if (wantsHistory) await adapter.executeScript(HISTORY);
    return adapter;
  };
  factory.connectToShadowDb = async () => scripted(await shadow());
  return factory;
}

/** The engine sends whole scripts as one raw statement; the driver runs only the first of them, without a word. */
function scripted(adapter) {
  const single = adapter.executeRaw.bind(adapter);
  adapter.executeRaw = async (query) => {
    if (query.args?.length || !/;\s*\S/.test(query.sql)) return single(query);
    await adapter.executeScript(query.sql);
    return 0;
  };
  return adapter;
}
