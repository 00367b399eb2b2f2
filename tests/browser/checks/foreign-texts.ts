import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const LOCALES = ['en', 'fr'] as const;

type Tree = { [key: string]: string | Tree };

/**
 * Texts of the interface that betray another language than the page's: whole sentences and words of the other language's
 * message files that are nothing in this one's. Only texts without a gap to fill can be recognised.
 */
export function foreignTexts(language: string): Set<string> {
  const own = new Set<string>();
  const other = new Set<string>();
  for (const locale of LOCALES) for (const text of textsOf(locale)) (locale === language ? own : other).add(text);
  return new Set([...other].filter((text) => !own.has(text) && text.length > 2));
}

function textsOf(locale: (typeof LOCALES)[number]): string[] {
  const folder = join(ROOT, 'lib/i18n/messages', locale);
  const messages = readdirSync(folder).filter((name) => name !== 'cli.json').map((name) => json(join(folder, name)));
  const nodes = join(ROOT, 'flows/nodes');
  const steps = readdirSync(nodes, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.texts.json'))
    .map((name) => json(join(nodes, name))[locale])
    .filter((tree) => typeof tree === 'object');
  return [...messages, ...steps].flatMap(leaves).filter((text) => !/[{}<]/.test(text));
}

function json(path: string): Tree {
  return JSON.parse(readFileSync(path, 'utf8')) as Tree;
}

function leaves(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)));
}
