import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

test('the guarantees name tests that are there, and mistakes that are planted', () => {
  const text = readFileSync(join(ROOT, 'docs/guarantees.md'), 'utf8');
  const named = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);
  const paths = named(/`((?:lib|tests)\/[^`]+)`/g);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const planted = readFileSync(join(ROOT, 'tests/crash/broken.ts'), 'utf8').match(/export type Broken =([^;]+);/)?.[1]?.match(/[a-z-]+/g) ?? [];
  const brokenBy = named(/^\*\*Broken by\.\*\* (.+)$/gm).flatMap((line) => [...line.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
  expect(brokenBy.sort()).toEqual(planted.sort());
});
