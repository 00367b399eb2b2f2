import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, readEnv, type Env } from '@/lib/env';
import { isPortFree } from '@/lib/server/port-free';
import { isPostgres } from '@/lib/store/is-postgres';
import { inspectPostgres, OLDEST_POSTGRES } from '@/lib/store/postgres/inspect-postgres';
import { serverWords } from '@/lib/store/postgres/server-words';
import { openDatabase } from '@/lib/store/sqlite/open-database';
import { addressOf } from '../address-of';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { migrationsFolder } from '@/lib/store/migrations-folder';

const OLDEST_NODE = [20, 9] as const;

interface Finding {
  well: boolean;
  sentence: string;
}

/** `relais doctor`: looks, changes nothing but to make the data folder, and says what to repair. */
export async function doctor(context: CommandContext): Promise<ExitCode> {
  const { print, say, root } = context;
  const env = readEnv(context.environment);
  const databases = isPostgres(env.database) ? await postgres(context, env.database) : [database(context, env.dataDir)];
  const findings = [node(context), dataFolder(context, env.dataDir), ...secret(context, env), ...databases, await port(context, env.port), built(context, root)];
  for (const { well, sentence } of findings) print(`${well ? '✓' : '✗'} ${sentence}`);
  const unwell = findings.filter(({ well }) => !well).length;
  print(unwell === 0 ? say('doctor.well') : say('doctor.unwell', { count: unwell }));
  return unwell === 0 ? EXIT.ok : EXIT.found;
}

function node({ say }: CommandContext): Finding {
  const version = process.versions.node;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const well = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { well, sentence: well ? say('doctor.node', { version }) : say('doctor.nodeOld', { version, needed: OLDEST_NODE.join('.') }) };
}

function dataFolder({ say }: CommandContext, path: string): Finding {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.W_OK);
    return { well: true, sentence: say('doctor.data', { path }) };
  } catch {
    return { well: false, sentence: say('doctor.dataBad', { path }) };
  }
}

function secret({ say }: CommandContext, env: Env): Finding[] {
  if (env.secret !== null) return [{ well: true, sentence: say('doctor.secretGiven') }];
  const shared = isPostgres(env.database) ? [{ well: true, sentence: say('doctor.secretShared') }] : [];
  const path = join(env.dataDir, 'auth-secret');
  if (!existsSync(path)) return [{ well: true, sentence: say('doctor.secretNone') }, ...shared];
  // Windows keeps rights elsewhere; the mode says nothing there.
  const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return [{ well: !open, sentence: open ? say('doctor.secretOpen', { path }) : say('doctor.secret') }, ...shared];
}

function database(context: CommandContext, dataDir: string): Finding {
  const { say } = context;
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) return { well: true, sentence: say('doctor.databaseNone') };
  try {
    const db = openDatabase(file, { role: 'read' });
    try {
      const [integrity] = db.prepare('PRAGMA quick_check(1)').raw().all() as unknown[][];
      if (integrity?.[0] !== 'ok') return { well: false, sentence: say('doctor.databaseBad', { detail: String(integrity?.[0]) }) };
      const known = new Set((db.prepare('SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL').raw().all() as unknown[][]).map(([name]) => String(name)));
      const missing = readdirSync(migrationsFolder(context.root, 'sqlite'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && !known.has(entry.name));
      if (missing.length > 0) return { well: false, sentence: say('doctor.databaseBehind', { detail: missing.map(({ name }) => name).join(', ') }) };
      return { well: true, sentence: say('doctor.database') };
    } finally {
      db.close();
    }
  } catch (error) {
    return { well: false, sentence: say('doctor.databaseBad', { detail: error instanceof Error ? error.message : String(error) }) };
  }
}

async function postgres({ root, say }: CommandContext, url: string): Promise<Finding[]> {
  const address = addressOf(url);
  let state;
  try {
    state = await inspectPostgres(url, migrationsFolder(root, 'postgresql'));
  } catch (error) {
    return [{ well: false, sentence: say('doctor.postgresUnusable', { address, detail: serverWords(error) }) }];
  }
  const { version, major, encoding, missing, moveUnderWay, unsafe } = state;
  const bad = (sentence: string): Finding => ({ well: false, sentence });
  const findings = [
    ...(major < OLDEST_POSTGRES ? [bad(say('doctor.postgresOld', { address, version, needed: String(OLDEST_POSTGRES) }))] : []),
    ...(encoding !== 'UTF8' ? [bad(say('doctor.postgresEncoding', { address, encoding }))] : []),
    ...unsafe.map(({ setting, value }) => bad(say('doctor.postgresNotDurable', { setting, value }))),
    ...(moveUnderWay ? [bad(say('move.unfinished'))] : []),
    ...(missing.length > 0 ? [bad(say('doctor.databaseBehind', { detail: missing.join(', ') }))] : []),
  ];
  const well = (sentence: string): Finding => ({ well: true, sentence });
  return [
    well(say('doctor.postgres', { address, version })),
    ...(unsafe.length === 0 ? [well(say('doctor.postgresDurable'))] : []),
    ...(missing.length === 0 && !moveUnderWay ? [well(say('doctor.postgresCurrent'))] : []),
    ...findings,
  ];
}

async function port({ say }: CommandContext, wanted: number): Promise<Finding> {
  const free = await isPortFree(wanted);
  return { well: true, sentence: say(free ? 'doctor.port' : 'doctor.portBusy', { port: String(wanted) }) };
}

function built({ say }: CommandContext, root: string): Finding {
  const there = existsSync(join(root, 'dist', 'pages')) && existsSync(join(root, 'public', 'widget.js'));
  return { well: true, sentence: say(there ? 'doctor.built' : 'doctor.notBuilt') };
}
