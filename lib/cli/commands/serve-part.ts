import { readEnv } from '@/lib/env';
import type { Duties } from '@/lib/server/program';
import { isPostgres } from '@/lib/store/is-postgres';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { prepareDatabase } from '../database';
import { runServer } from '../run-server';

const DUTIES: Readonly<Record<'web' | 'worker', Duties>> = { web: { doors: true, background: false }, worker: { doors: false, background: true } };

/** `relais web` and `relais worker`: one of any number of processes on a PostgreSQL database; until it is told to stop. */
export async function servePart(context: CommandContext, part: 'web' | 'worker'): Promise<ExitCode> {
  const { pages, print, root, say, tell } = context;
  const { database, secret } = readEnv(context.environment);
  if (!isPostgres(database)) throw new CliError(say('part.needsPostgres', { part }), EXIT.misuse);
  // One made up here would not be the others': what one process signs, the next one would refuse.
  if (secret === null) throw new CliError(say('part.needsSecret', { part }), EXIT.misuse);
  const { env, applied } = await prepareDatabase(context);
  if (applied.length > 0) tell(say('start.migrated', { count: applied.length }));
  return runServer(context, { env, root, pages, duties: DUTIES[part] }, ({ url, port }) => print(say(`part.${part}`, { url, port: String(port) })));
}
