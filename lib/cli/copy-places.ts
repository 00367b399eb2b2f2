import { join } from 'node:path';
import { readEnv } from '@/lib/env';
import { DATABASE_FILE } from '@/lib/env';
import { UnusableCopyError } from '@/lib/store/backup/verify-copy';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';
import { migrationsFolder } from '@/lib/store/migrations-folder';

/** What a backup is made of and put back to. Stops the command where the database is PostgreSQL, which has tools of its own. */
export function copyPlaces(context: CommandContext, command: 'backup' | 'restore', file: string) {
  if (/^postgres(ql)?:/.test(context.environment.DATABASE_URL ?? '')) throw new CliError(context.say(`${command}.postgres`, { file }));
  const { dataDir } = readEnv(context.environment);
  return { dataDir, database: join(dataDir, DATABASE_FILE), secret: join(dataDir, 'auth-secret'), migrations: migrationsFolder(context.root, 'sqlite') };
}

/** Runs the work; a copy that cannot be used stops the command with the reason in words. */
export function withUsableCopy<T>({ say }: CommandContext, file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableCopyError) throw new CliError(say(`restore.${error.reason}`, { file, detail: error.detail }));
    throw error;
  }
}
