import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['app', 'lib/ui', 'flows/nodes'];
/** Attributes that a person reads or hears. */
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'help', 'description']);
const LETTERS = /\p{L}{2,}/u;

test('no text stands in the interface’s code', () => {
  const found = FOLDERS.flatMap((folder) => componentsIn(join(ROOT, folder))).flatMap((file) =>
    literalTexts(readFileSync(file, 'utf8')).map((text) => `${relative(ROOT, file)}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['<p>Hello there</p>', ['Hello there']],
  ['<p>{"Hello there"}</p>', ['Hello there']],
  ['<p>{`Hello ${name}`}</p>', ['Hello ']],
  ['<p>{open ? "Close it" : null}</p>', ['Close it']],
  ['<button aria-label="Close">×</button>', ['Close']],
  ['<input placeholder={busy ? "Wait" : t("search")} />', ['Wait']],
  ['<p>{t("title")} · {count}</p>', []],
  ['<p className="font-strong">{name}</p>', []],
  ['<Field label={t("name")}>{(control) => <input {...control} type="text" />}</Field>', []],
])('of %s it reports %j', (source, texts) => {
  expect(literalTexts(`const view = ${source};`)).toEqual(texts);
});

function componentsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((name) => join(folder, name));
}

/** Texts between tags, and literals given to attributes that are read out. */
function literalTexts(source: string): string[] {
  const file = ts.createSourceFile('view.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (text: string): void => {
    if (LETTERS.test(text)) found.push(text.replaceAll(/\s+/g, ' '));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) report(node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression) shown(node.expression).forEach(report);
    else if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer;
      if (value) shown(value).forEach(report);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The literals an expression can become. */
function shown(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) return [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isParenthesizedExpression(expression)) return shown(expression.expression);
  if (ts.isConditionalExpression(expression)) return [...shown(expression.whenTrue), ...shown(expression.whenFalse)];
  if (ts.isBinaryExpression(expression)) return [...shown(expression.left), ...shown(expression.right)].filter((text) => expression.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken || text === '');
  return [];
}
