import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changedFlow, fixtureOf } from '@/flows/compiler/broken-flow.test-support';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from '@/flows/compiler/diagnostic-codes';
import type { FlowDocument } from '@/flows/document/flow-document';
import { LIBRARY } from '@/flows/library/index';
import { translator } from '@/lib/i18n/translator';
import { EXIT, type CommandContext, type ExitCode } from '../command-context';
import { check } from './check';
import sentences from './check.sentences.json';

const folder = mkdtempSync(join(tmpdir(), 'relais-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Mistakes that a file alone cannot show: it names no workspace, and has no step types of its own. */
const NOT_IN_A_FILE: readonly string[] = ['unknown-skill', 'unknown-queue', 'unknown-calendar', 'unknown-secret', 'trigger-calendar', 'trigger-connection', 'node-compile-failed'] satisfies DiagnosticCode[];
const codes = (Object.keys(DIAGNOSTIC_CODES) as DiagnosticCode[]).filter((code) => !NOT_IN_A_FILE.includes(code));
/** What is printed of each fixture, exactly, in both languages; `node` is missing where it is the whole flow's. */
const table: Record<string, { node?: string; en: { sentence: string; fix: string }; fr: { sentence: string; fix: string } }> = sentences;

/** Runs the command as the terminal does and returns every line it prints. */
async function printed(document: FlowDocument, language: 'en' | 'fr', json = false): Promise<{ exit: ExitCode; lines: string[]; file: string }> {
  const file = join(folder, 'flow.json');
  writeFileSync(file, JSON.stringify(document));
  const lines: string[] = [];
  const context: CommandContext = { root: folder, pages: null, language, say: translator(language, 'cli'), print: (line) => void lines.push(line), tell: (line) => void lines.push(line), environment: {} };
  return { exit: await check(context, file, { json }), lines, file };
}

describe('relais check', () => {
  it.each(LIBRARY)('finds nothing in $key of the library', async ({ document }) => {
    const { exit, lines } = await printed(document, 'en');
    expect(exit).toBe(EXIT.ok);
    expect(lines).toHaveLength(1);
    expect(JSON.parse((await printed(document, 'fr', true)).lines.join('\n'))).toEqual({ ok: true, diagnostics: [] });
  });

  it('is shown at least 25 broken flows, one for every mistake a file can have', () => {
    expect(codes.length).toBeGreaterThanOrEqual(25);
    expect(Object.keys(table).sort()).toEqual([...codes].sort());
  });

  describe.each(codes)('%s', (code) => {
    const document = changedFlow(fixtureOf(code).trigger);

    it.each(['en', 'fr'] as const)('is printed with its step, sentence and fix: %s', async (language) => {
      const { node, [language]: words } = table[code] ?? {};
      const { exit, lines, file } = await printed(document, language);
      const severity = { en: { error: 'error', warning: 'warning' }, fr: { error: 'erreur', warning: 'avertissement' } }[language][DIAGNOSTIC_CODES[code]];
      const { port } = fixtureOf(code).where;
      const place = node === undefined ? file : [node, ...(port === undefined ? [] : [port])].join('/');
      expect(lines).toContain(`${severity}  ${place}  ${words?.sentence} ${words?.fix}  [${code}]`);
      expect(exit).toBe(lines.some((line) => line.startsWith(language === 'fr' ? 'erreur' : 'error')) ? EXIT.found : EXIT.ok);
    });

    it('is told to programs with the same words', async () => {
      const { lines } = await printed(document, 'fr', true);
      const { diagnostics } = JSON.parse(lines.join('\n')) as { diagnostics: { code: string }[] };
      const { node, fr } = table[code] ?? {};
      expect(diagnostics.find((one) => one.code === code)).toMatchObject({ code, severity: DIAGNOSTIC_CODES[code], ...(node === undefined ? {} : { node }), ...fr });
    });
  });
});
