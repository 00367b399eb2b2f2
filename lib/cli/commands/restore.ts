import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemClock } from '@/lib/clock';
import { restore as putBack } from '@/lib/store/backup/restore';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { copyPlaces, withUsableCopy } from '../copy-places';
import { holdDataFolder } from '../hold-data-folder';

/** `relais restore`: a backup in the place of the database, which must be stopped; what stood there is kept aside. */
export async function restore(context: CommandContext, named: string, { replace }: { replace: boolean }): Promise<ExitCode> {
  const { print, say } = context;
  const file = resolve(named);
  const places = copyPlaces(context, 'restore', file);
  if (!existsSync(file)) throw new CliError(say('file.unreadable', { file }));
  const release = await holdDataFolder(places.dataDir);
  if (!release) throw new CliError(say('start.alreadyRunning', { folder: places.dataDir }));
  try {
    const before = existsSync(places.database);
    if (before && !replace) throw new CliError(say('restore.notEmpty', { folder: places.dataDir }));
    const mark = new Date(systemClock.now()).toISOString().replaceAll(/[:.]/g, '-');
    const { conversations, messages, secret } = withUsableCopy(context, file, () => putBack(file, places, mark));
    print(say('restore.done', { folder: places.dataDir, conversations, messages }));
    if (before) print(say('restore.aside', { file: `${places.database}.before-${mark}` }));
    if (!secret) print(say('restore.noSecret'));
    return EXIT.ok;
  } finally {
    release();
  }
}
