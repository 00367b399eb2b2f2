import { systemClock } from '@/lib/clock';
import { readEnv } from '@/lib/env';
import type { RunningServer } from '@/lib/server/main';
import { isPostgres } from '@/lib/store/is-postgres';
import { CliError } from '../cli-error';
import type { CommandContext, ExitCode } from '../command-context';
import { prepareDatabase } from '../database';
import { holdDataFolder } from '../hold-data-folder';
import { printSignIns } from '../print-sign-ins';
import { runServer } from '../run-server';
import { DEMO } from '../seed/demo-workspace';
import { seedDemo } from '../seed/seed-demo';

/** `relais start`: database, demo on the first start, everything in one process; until it is told to stop. */
export async function start(context: CommandContext, { dev }: { dev: boolean }): Promise<ExitCode> {
  const { pages, print, root, say, tell } = context;
  const { dataDir, database } = readEnv(context.environment);
  // A file has one process; PostgreSQL any number.
  const release = isPostgres(database) ? () => undefined : await holdDataFolder(dataDir);
  if (!release) throw new CliError(say('start.alreadyRunning', { folder: dataDir }));
  const { env, applied } = await prepareDatabase(context);
  if (applied.length > 0) tell(say('start.migrated', { count: applied.length }));
  let seeded = false;
  const code = await runServer(context, { env, root, pages, duties: { doors: true, background: true }, beforeRuntime: seedIfEmpty }, ({ url }) => {
    print(say('start.running', { url }));
    if (dev) print(say('start.dev'));
    if (!seeded) return;
    print(say('start.script'));
    print(`  <script async src="${url}/widget.js" data-key="${DEMO.connection.publicKey}"></script>`);
  });
  release();
  return code;

  async function seedIfEmpty({ store, auth }: RunningServer['program']): Promise<void> {
    const signIns = await seedDemo(store.admin, auth, systemClock.now());
    if (!signIns) return;
    // At once: whatever happens next, these are not shown again.
    printSignIns(signIns, context);
    seeded = true;
  }
}
