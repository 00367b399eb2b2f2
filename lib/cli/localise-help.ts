import type { Command } from 'commander';
import type { CommandContext } from './command-context';

const TITLES: Readonly<Record<string, string>> = { Usage: 'usage', Arguments: 'arguments', Options: 'options', 'Global Options': 'globalOptions', Commands: 'commands' };

/** Makes commander speak the caller's language, and leave errors to us. */
export function localiseHelp(relais: Command, { say }: CommandContext): void {
  for (const command of [relais, ...relais.commands]) {
    command
      .helpOption('-h, --help', say('help.option'))
      .configureHelp({
        styleTitle(title) {
          const key = TITLES[title.replace(/:$/, '')];
          return key === undefined ? title : say(`help.${key}`);
        },
      })
      .configureOutput({ outputError: () => undefined })
      .exitOverride();
  }
  relais.helpCommand('help [command]', say('help.command'));
}
