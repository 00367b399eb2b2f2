import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { prepareDatabase } from '../database';

/** `relais migrate`: brings the database to the newest schema, as every start does. */
export async function migrate(context: CommandContext): Promise<ExitCode> {
  const { applied } = await prepareDatabase(context);
  for (const name of applied) context.print(context.say('migrate.applied', { name }));
  if (applied.length === 0) context.print(context.say('migrate.none'));
  return EXIT.ok;
}
