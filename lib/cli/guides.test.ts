import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LIBRARY } from '@/flows/library';
import { defaultRegistry } from '@/flows/nodes/registry';
import { scriptSchema } from '@/flows/simulator/script';
import { simulate } from '@/flows/simulator/simulate';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');
const wordsOf = (held: unknown): string[] => (typeof held === 'string' ? [held] : typeof held === 'object' && held !== null ? Object.values(held).flatMap(wordsOf) : []);

/** Every text of the interface in a language: the messages, and the names, ports and fields of the steps. */
function interfaceWords(locale: string): Set<string> {
  const messages = readdirSync(`${root}/lib/i18n/messages/${locale}`).map((name) => JSON.parse(read(`lib/i18n/messages/${locale}/${name}`)) as unknown);
  const steps = defaultRegistry.types.map(({ type }) => (JSON.parse(read(`flows/nodes/${type}/${type}.texts.json`)) as Record<string, unknown>)[locale]);
  const templates = LIBRARY.map(({ name }) => (name as Record<string, string>)[locale]);
  return new Set(wordsOf([messages, steps, templates]));
}

describe.each(['en', 'fr'])('guides in %s', (locale) => {
  it.each(['manager', 'tester'])('%s: what stands in bold is a text of the interface, letter for letter', (name) => {
    const prose = read(`docs/guides/${name}.${locale}.md`).replace(/```[\s\S]*?```/g, '');
    const bold = [...prose.matchAll(/\*\*(.+?)\*\*/g)].map(([, words]) => words ?? '');
    expect(bold.length).toBeGreaterThan(20);
    const known = interfaceWords(locale);
    expect(bold.filter((words) => !known.has(words))).toEqual([]);
  });

  it.each(['manager', 'tester'])('%s: every link leads to a file', (name) => {
    const links = [...read(`docs/guides/${name}.${locale}.md`).matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(0);
    for (const path of links) expect(() => readFileSync(new URL(path, `file://${root}/docs/guides/`)), path).not.toThrow();
  });

  it('every script plays through the flow named after it, and the assistant says what the guide says', () => {
    const text = ['manager', 'tester'].map((name) => read(`docs/guides/${name}.${locale}.md`)).join('\n');
    const blocks = text.match(/```json\n/g) ?? [];
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```(?:(?!```json)[\s\S])*?flows\/library\/([a-z-]+)\.flow\.json[\s\S]*?```text\n([\s\S]*?)```/g)];
    expect(examples.length).toBeGreaterThan(0);
    expect(examples).toHaveLength(blocks.length);
    for (const [, json = '', key, said = ''] of examples) {
      const flow = LIBRARY.find((entry) => entry.key === key);
      if (!flow) throw new Error(`No template is called ${String(key)}.`);
      const script = scriptSchema.parse(JSON.parse(json));
      const played = simulate(flow.document, script);
      expect(played.entries.filter(({ from }) => from === 'assistant').map((entry) => entry.text)).toEqual(said.trim().split('\n'));
      expect(played.state).toBe('done');
    }
  });
});
