import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Progress of a build, on standard error, before the program that knows translations is built: plain texts without values. */
export function buildMessages(language) {
  const texts = JSON.parse(readFileSync(join(ROOT, 'lib', 'i18n', 'messages', language, 'cli.json'), 'utf8'));
  return (step) => process.stderr.write(`${texts.build[step]}\n`);
}
