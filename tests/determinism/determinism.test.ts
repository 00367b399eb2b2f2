import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleDigest, readLibrary } from './bundle.mjs';
import { type Library, digest } from './digest';

interface Printed {
  digest: string;
  parts: Record<string, string>;
  surroundings: { offset: number; locale: string };
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'relais-digest-'));
const library = readLibrary() as Library;
/** Two that differ in everything; with RELAIS_EVERYWHERE in the environment, every combination. */
const SURROUNDINGS: readonly (readonly [file: string, zone: string, language: string])[] = process.env.RELAIS_EVERYWHERE
  ? ['node.cjs', 'browser.js'].flatMap((file) => ['UTC', 'Pacific/Apia'].flatMap((zone) => ['C', 'fr_FR.UTF-8'].map((language) => [file, zone, language] as const)))
  : [['node.cjs', 'UTC', 'C'], ['browser.js', 'Pacific/Apia', 'fr_FR.UTF-8']];
const printed = new Map<string, Printed>();

async function printedBy(file: string, TZ: string, LANG: string): Promise<Printed> {
  const { stdout } = await run(process.execPath, [join(folder, file)], { env: { NODE_ENV: 'test', PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ, LANG, LC_ALL: LANG }, maxBuffer: 16e6 });
  return JSON.parse(stdout) as Printed;
}

beforeAll(async () => {
  await Promise.all([bundleDigest(join(folder, 'node.cjs'), 'node'), bundleDigest(join(folder, 'browser.js'), 'browser')]);
  for (const [file, zone, language] of SURROUNDINGS) printed.set(`${file}, ${zone}, ${language}`, await printedBy(file, zone, language));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what flows/ computes is the same everywhere', () => {
  it('under any time zone and language, with the libraries\' builds for Node and for browsers', () => {
    const here = digest(library);
    for (const [where, { digest: there, parts }] of printed) expect({ where, parts, digest: there }).toEqual({ where, ...here });
  });

  it('although the surroundings did differ', () => {
    const all = [...printed.values()].map(({ surroundings }) => surroundings);
    expect(new Set(all.map(({ offset }) => offset)).size).toBeGreaterThan(1);
    expect(new Set(all.map(({ locale }) => locale)).size).toBeGreaterThan(1);
  });

  it('and the digest notices one changed word', () => {
    const changed = JSON.parse(JSON.stringify(library)) as Library;
    const first = changed.flows[0];
    if (!first) throw new Error('the library is empty');
    first.document = JSON.parse(JSON.stringify(first.document).replace('Maison Lumen', 'Maison Lumin'));
    expect(digest(changed).digest).not.toBe(digest(library).digest);
  });
});
