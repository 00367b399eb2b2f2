import { readFileSync } from 'node:fs';
import { CliError } from './cli-error';
import type { CommandContext } from './command-context';

/** A file's JSON. Stops the command when it cannot be read or is none. */
export function readJsonFile(file: string, { say }: CommandContext): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(say('file.unreadable', { file }));
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CliError(say('file.notJson', { file }));
  }
}
