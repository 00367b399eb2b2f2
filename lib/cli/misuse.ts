import type { CommanderError } from 'commander';
import type { Translate } from '@/lib/i18n/translator';

const KEYS: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.excessArguments': 'excessArguments',
  'commander.optionMissingArgument': 'optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
};

/** What was wrong with the command line, in the caller's language; commander's own sentence for what we have none for. */
export function misuse(error: CommanderError, say: Translate): string {
  const key = KEYS[error.code];
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  return key === undefined ? error.message : say(`misuse.${key}`, { name });
}
