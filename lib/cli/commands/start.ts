import { systemClock } from '@/lib/clock';
import { readEnv } from '@/lib/env';
import { startServer, type RunningServer } from '@/lib/server/main';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { prepareDatabase } from '../database';
import { holdDataFolder } from '../hold-data-folder';
import { printSignIns } from '../print-sign-ins';
import { DEMO } from '../seed/demo-workspace';
import { seedDemo } from '../seed/seed-demo';

/** A program that cannot stop in this time is ended; what it answered is on disk. */
const LONGEST_STOP_MS = 25_000;

/** `relais start`: database, demo on the first start, server; until it is told to stop. */
export async function start(context: CommandContext, options: { dev: boolean }): Promise<ExitCode> {
  const { pages, print, root, say, tell } = context;
  const { dataDir } = readEnv(context.environment);
  const release = await holdDataFolder(dataDir);
  if (!release) throw new CliError(say('start.alreadyRunning', { folder: dataDir }));
  const { env, applied } = await prepareDatabase(context);
  if (applied.length > 0) tell(say('start.migrated', { count: applied.length }));
  let seeded = false;
  const server = await startServer({ env, root, pages, beforeRuntime: seedIfEmpty });
  print(say('start.running', { url: server.url }));
  if (env.port !== 0 && server.port !== env.port) print(say('start.portBusy', { wanted: String(env.port) }));
  if (options.dev) print(say('start.dev'));
  if (seeded) {
    print(say('start.script'));
    print(`  <script async src="${server.url}/widget.js" data-key="${DEMO.connection.publicKey}"></script>`);
  }
  print(say('start.stop'));
  await untilTold();
  tell(say('start.stopping'));
  const late = setTimeout(() => process.exit(EXIT.found), LONGEST_STOP_MS);
  await server.stop();
  clearTimeout(late);
  release();
  return EXIT.ok;

  async function seedIfEmpty({ store, auth }: RunningServer['program']): Promise<void> {
    const signIns = await seedDemo(store.admin, auth, systemClock.now());
    if (!signIns) return;
    // At once: whatever happens next, these are not shown again.
    printSignIns(signIns, context);
    seeded = true;
  }
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        // Asked twice: whoever waits has waited long enough.
        process.once(signal, () => process.exit(EXIT.found));
      });
    }
  });
}
