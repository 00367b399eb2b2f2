import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backUp, secretBeside } from '@/lib/store/backup/back-up';
import { CliError } from '../cli-error';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { copyPlaces, withUsableCopy } from '../copy-places';

/** `relais backup`: a verified copy of the database, taken while it is in use or not. */
export async function backup(context: CommandContext, named: string): Promise<ExitCode> {
  const { print, say } = context;
  const file = resolve(named);
  const places = copyPlaces(context, 'backup', file);
  if (!existsSync(places.database)) throw new CliError(say('test.noDatabase', { file: places.database }));
  if (existsSync(file)) throw new CliError(say('backup.exists', { file }));
  const { conversations, messages } = withUsableCopy(context, file, () => backUp(places, file));
  print(say('backup.done', { file, conversations, messages }));
  if (existsSync(secretBeside(file))) print(say('backup.secret', { file: secretBeside(file) }));
  return EXIT.ok;
}
