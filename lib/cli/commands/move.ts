import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '@/lib/clock';
import { DATABASE_FILE, readEnv } from '@/lib/env';
import { verifyCopy } from '@/lib/store/backup/verify-copy';
import { isPostgres } from '@/lib/store/is-postgres';
import { migrateDatabase } from '@/lib/store/migrate';
import { migrationsFolder } from '@/lib/store/migrations-folder';
import { moveDatabase } from '@/lib/store/move/move-database';
import { MoveRefusal, type MoveObstacle } from '@/lib/store/move/move-refusal';
import { OLDEST_POSTGRES } from '@/lib/store/postgres/inspect-postgres';
import { addressOf } from '../address-of';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { withUsableCopy } from '../copy-places';
import { holdDataFolder } from '../hold-data-folder';

/** Between two words on how far a table came. Milliseconds. */
const NEWS = 5000;

/** `relais move`: the data folder's database, which must be stopped, into PostgreSQL. Done only when both sides were compared. */
export async function move(context: CommandContext, { to }: { to: string }): Promise<ExitCode> {
  const { print, say, tell } = context;
  if (!isPostgres(to) || !URL.canParse(to)) throw new CliError(say('move.notPostgres'), EXIT.misuse);
  // What Relais runs on otherwise is not asked here: this is about the file.
  const { dataDir, secret } = readEnv({ ...context.environment, DATABASE_URL: undefined });
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new CliError(say('move.noSource', { file }));
  const release = await holdDataFolder(dataDir);
  if (!release) throw new CliError(say('start.alreadyRunning', { folder: dataDir }));
  try {
    const started = systemClock.now();
    tell(say('move.checking', { file }));
    withUsableCopy(context, file, () => verifyCopy(file, migrationsFolder(context.root, 'sqlite')));
    const applied = migrateDatabase(file, migrationsFolder(context.root, 'sqlite'), started);
    if (applied.length > 0) tell(say('start.migrated', { count: applied.length }));
    const { rows, tables } = await carried(context, file, to);
    print(say('move.done', { rows, tables, seconds: Math.round((systemClock.now() - started) / 1000) }));
    print(say('move.next'));
    print(secretSentence(context, join(dataDir, 'auth-secret'), secret));
    print(say('move.keep', { file }));
    return EXIT.ok;
  } finally {
    release();
  }
}

async function carried({ print, root, say, tell }: CommandContext, file: string, url: string): Promise<{ rows: number; tables: number }> {
  const address = addressOf(url);
  let tables = 0;
  let told = systemClock.now();
  try {
    const rows = await moveDatabase({ file, url, migrations: migrationsFolder(root, 'postgresql') }, {
      begun: (resumed) => tell(say(resumed ? 'move.resumed' : 'move.begun', { address })),
      wrote(table, count) {
        if (systemClock.now() - told < NEWS) return;
        told = systemClock.now();
        tell(say('move.progress', { table, rows: count }));
      },
      verified(table, count) {
        tables += 1;
        print(say('move.table', { table, rows: count }));
      },
    });
    return { rows, tables };
  } catch (error) {
    if (error instanceof MoveRefusal) throw new CliError(sentence(error.obstacle, address, say));
    throw error;
  }
}

function sentence(obstacle: MoveObstacle, address: string, say: CommandContext['say']): string {
  const { reason } = obstacle;
  if (reason === 'unstorable') return say(`move.refused.unstorable.${obstacle.why}`, { table: obstacle.table, column: obstacle.column, key: obstacle.key });
  const list = (names: readonly string[]): string => (names.length === 0 ? '–' : names.join(', '));
  const words: Record<string, string> = {
    address,
    needed: String(OLDEST_POSTGRES),
    ...Object.fromEntries(Object.entries(obstacle).map(([name, value]) => [name, Array.isArray(value) ? list(value as string[]) : String(value)])),
  };
  return say(`move.refused.${reason}`, words);
}

/** Names the file; what is in it is not shown. */
function secretSentence({ say }: CommandContext, file: string, given: string | null): string {
  if (given !== null) return say('move.secretSet');
  return say(existsSync(file) ? 'move.secret' : 'move.secretNone', { file });
}
