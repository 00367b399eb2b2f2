import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@/lib/clock';
import { readEnv, type Env } from '@/lib/env';
import { DATABASE_FILE } from '@/lib/server/database-file';
import { migrateDatabase } from '@/lib/store/migrate';
import type { CommandContext } from './command-context';

/** Where the committed migrations stand. */
export function migrationsFolder({ root }: CommandContext): string {
  return join(root, 'prisma', 'migrations');
}

/** Makes the data folder and brings its database to the newest schema. */
export function prepareDatabase(context: CommandContext): { env: Env; applied: string[] } {
  const env = readEnv(context.environment);
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  const applied = migrateDatabase(join(env.dataDir, DATABASE_FILE), migrationsFolder(context), systemClock.now());
  return { env, applied };
}
