import { Command, CommanderError, Option } from 'commander';
import { EnvError } from '@/lib/env';
import { toAppLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { CliError } from './cli-error';
import { EXIT, type CommandContext, type ExitCode } from './command-context';
import { localiseHelp } from './localise-help';
import { misuse } from './misuse';

/**
 * Runs `relais <args>` and sets the exit code. Commands are loaded when they are called.
 * Built and called by relais.mjs.
 */
export async function run(args: readonly string[], options: { root: string; language: string; pages: string | null }): Promise<void> {
  // `relais compile … | head` closes the pipe early: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.found));
  const language = toAppLocale(options.language);
  const say = translator(language, 'cli');
  const context: CommandContext = {
    root: options.root,
    pages: options.pages,
    language,
    say,
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    environment: process.env,
  };
  try {
    await program(context).parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = explain(error, context);
  }
}

function program(context: CommandContext): Command {
  const { say } = context;
  const relais = new Command('relais').description(say('about')).addOption(new Option('--language <language>', say('help.language')));
  const command = (name: string) => relais.command(name).description(say(`commands.${name.split(' ')[0]}`));
  const ends = (work: () => Promise<ExitCode>) => async () => {
    process.exitCode = await work();
  };

  const flow = () => relais.createArgument('<flow>', say('arguments.flow'));
  command('start')
    .option('--dev', say('options.dev'))
    .action(async ({ dev }: { dev?: boolean }) => ends(async () => (await import('./commands/start')).start(context, { dev: dev === true }))());
  for (const part of ['web', 'worker'] as const) command(part).action(ends(async () => (await import('./commands/serve-part')).servePart(context, part)));
  command('check')
    .addArgument(flow())
    .option('--json', say('options.json'))
    .action(async (file: string, { json }: { json?: boolean }) => ends(async () => (await import('./commands/check')).check(context, file, { json: json === true }))());
  command('compile')
    .addArgument(flow())
    .action(async (file: string) => ends(async () => (await import('./commands/compile-flow')).compileFlow(context, file))());
  command('simulate')
    .addArgument(flow())
    .requiredOption('--script <script>', say('options.script'))
    .option('--articles <articles>', say('options.articles'))
    .action(async (file: string, { script, articles }: { script: string; articles?: string }) =>
      ends(async () => (await import('./commands/simulate-flow')).simulateFlow(context, file, { script, articles }))(),
    );
  command('test')
    .addArgument(relais.createArgument('[flows...]', say('arguments.flows')))
    .option('--articles <articles>', say('options.articles'))
    .option('--json', say('options.json'))
    .action(async (files: string[], { json, articles }: { json?: boolean; articles?: string }) =>
      ends(async () => (await import('./commands/test-flows')).testFlows(context, files, { json: json === true, articles }))(),
    );
  command('migrate').action(ends(async () => (await import('./commands/migrate')).migrate(context)));
  command('seed').action(ends(async () => (await import('./commands/seed')).seed(context)));
  command('doctor').action(ends(async () => (await import('./commands/doctor')).doctor(context)));
  const copy = () => relais.createArgument('<file>', say('arguments.backup'));
  command('backup')
    .addArgument(copy())
    .action(async (file: string) => ends(async () => (await import('./commands/backup')).backup(context, file))());
  command('restore')
    .addArgument(copy())
    .option('--replace', say('options.replace'))
    .action(async (file: string, { replace }: { replace?: boolean }) => ends(async () => (await import('./commands/restore')).restore(context, file, { replace: replace === true }))());
  command('move')
    .requiredOption('--to <url>', say('options.to'))
    .action(async ({ to }: { to: string }) => ends(async () => (await import('./commands/move')).move(context, { to }))());
  // Done by relais.mjs before this program exists; named here for the help.
  command('build').action(() => undefined);
  command('generate').action(() => undefined);

  localiseHelp(relais, context);
  return relais;
}

function explain(error: unknown, context: CommandContext): ExitCode {
  const { say, tell } = context;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok;
    // A bare `relais` has shown its help already.
    if (error.code !== 'commander.help') tell(misuse(error, say));
    return EXIT.misuse;
  }
  if (error instanceof CliError) {
    tell(error.message);
    return error.exitCode;
  }
  if (error instanceof EnvError) {
    tell(say('environment.unusable', { variable: error.variable, value: error.value ?? '' }));
    return EXIT.misuse;
  }
  throw error;
}
