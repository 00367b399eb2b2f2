import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { LOCALES, messagesFor, NAMESPACES, type MessageTree, type Namespace } from './messages';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['app', 'lib', 'flows'];

test('every text the code asks for by a literal key exists', () => {
  const missing = FOLDERS.flatMap((folder) => sourcesIn(join(ROOT, folder))).flatMap((file) =>
    missingTexts(readFileSync(file, 'utf8')).map((key) => `${relative(ROOT, file)}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test.each([
  ["const t = useTranslations('common'); t('close'); t('nowhere');", ['common.nowhere']],
  ["const t = useTranslations('common.time'); t('now', { count: 1 }); t(open ? 'hours' : 'centuries');", ['common.time.centuries']],
  ["const say = translator(locale, 'shell'); say('theme.dark'); say(key);", []],
  ["const t = useTranslations('common'); other('nowhere');", []],
])('of %s it reports %j', (source, keys) => {
  expect(missingTexts(source)).toEqual(keys);
});

function sourcesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.includes('generated'))
    .map((name) => join(folder, name));
}

/** Keys given literally to a translator that the source names, and that some language lacks. */
function missingTexts(source: string): string[] {
  if (!/useTranslations|translator\(/.test(source)) return [];
  const file = ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const missing: string[] = [];
  const visit = (node: ts.Node, outer: ReadonlyMap<string, string>): void => {
    let names = outer;
    if (ts.isBlock(node) || ts.isSourceFile(node)) names = new Map([...outer, ...declaredIn(node)]);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const scope = names.get(node.expression.text);
      const [key] = node.arguments;
      if (scope !== undefined && key) for (const literal of literalsOf(key)) if (!exists(`${scope}.${literal}`)) missing.push(`${scope}.${literal}`);
    }
    ts.forEachChild(node, (child) => visit(child, names));
  };
  visit(file, new Map());
  return missing;
}

/** Translators declared directly in a block: their name and their scope. */
function declaredIn(block: ts.Block | ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const statement of block.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !initializer || !ts.isCallExpression(initializer)) continue;
      const made = initializer.expression.getText();
      const scope = made === 'useTranslations' ? initializer.arguments[0] : made === 'translator' ? initializer.arguments[1] : undefined;
      if (scope && ts.isStringLiteralLike(scope)) names.set(name.text, scope.text);
    }
  }
  return names;
}

function literalsOf(key: ts.Expression): string[] {
  if (ts.isStringLiteralLike(key)) return [key.text];
  return ts.isConditionalExpression(key) ? [...literalsOf(key.whenTrue), ...literalsOf(key.whenFalse)] : [];
}

function exists(path: string): boolean {
  const [namespace, ...keys] = path.split('.');
  if (!NAMESPACES.includes(namespace as Namespace)) return false;
  return LOCALES.every((locale) => {
    let at: string | MessageTree | undefined = messagesFor(locale, [namespace as Namespace])[namespace as Namespace];
    for (const key of keys) at = typeof at === 'object' ? at[key] : undefined;
    return typeof at === 'string';
  });
}
