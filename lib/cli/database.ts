import { mkdirSync } from 'node:fs';
import { systemClock } from '@/lib/clock';
import { readEnv, type Env } from '@/lib/env';
import { isPostgres } from '@/lib/store/is-postgres';
import { migrationsFolder } from '@/lib/store/migrations-folder';
import { migrateDatabase } from '@/lib/store/migrate';
import { inspectPostgres } from '@/lib/store/postgres/inspect-postgres';
import { migratePostgres } from '@/lib/store/postgres/migrate-postgres';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';

/** Makes the data folder and brings the database to the newest schema. */
export async function prepareDatabase(context: CommandContext): Promise<{ env: Env; applied: string[] }> {
  const env = readEnv(context.environment);
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const applied = isPostgres(env.database) ? await preparePostgres(context, env.database) : migrateDatabase(env.database, migrationsFolder(context.root, 'sqlite'), systemClock.now());
  return { env, applied };
}

/** Half a database is not run on, nor written to by anything but the move that fills it. */
async function preparePostgres({ root, say }: CommandContext, url: string): Promise<string[]> {
  const migrations = migrationsFolder(root, 'postgresql');
  if ((await inspectPostgres(url, migrations)).moveUnderWay) throw new CliError(say('move.unfinished'));
  return migratePostgres(url, migrations);
}
