import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultRegistry } from './registry';
import { nodeTexts } from './texts';

const index = new URL('../../docs/nodes/README.md', import.meta.url);
const page = readFileSync(index, 'utf8');

describe.each(defaultRegistry.types.map(({ type }) => type))('the help page of %s', (type) => {
  it.each(['en', 'fr'])('is in the index under its name, and there, in %s', (language) => {
    const address = `../../flows/nodes/${type}/${type}.${language}.md`;
    const { name } = nodeTexts(type, language);
    expect(page).toContain(`[${name}](${address})`);
    expect(existsSync(new URL(address, index))).toBe(true);
  });
});

it('names no page that is gone', () => {
  const linked = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, address = '']) => address);
  expect(linked).toHaveLength(defaultRegistry.types.length * 2);
  expect(linked.filter((address) => !existsSync(new URL(address, index)))).toEqual([]);
});
