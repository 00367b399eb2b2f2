import type { ICruiseResult } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build/root.mjs';
import { copyHouse, type House } from '../start/copy-house';

const run = promisify(execFile);

describe('what `npm run check` lints', () => {
  const eslint = new ESLint();
  const problems = async (code: string, filePath: string) => {
    const [result] = await eslint.lintText(`export function planted(): unknown {\n  return ${code};\n}\n`, { filePath });
    return result?.messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId);
  };

  it.each(['Date.now()', 'new Date()', 'Math.random()', 'performance.now()', 'process.env', "'a'.localeCompare('b')", 'new Intl.NumberFormat()', "new Date(0).getHours()", "import('node:fs')"])(
    'refuses %s in the engine',
    async (code) => {
      expect(await problems(code, 'flows/engine/planted.ts')).toEqual([expect.stringMatching(/^no-restricted-(syntax|globals)$/)]);
    },
  );

  it('lets pure code pass there, and a clock pass elsewhere', async () => {
    expect(await problems('new Date(0).getUTCHours()', 'flows/engine/planted.ts')).toEqual([]);
    expect(await problems('Date.now()', 'lib/clock-planted.ts')).toEqual([]);
  });
});

describe('the walls of a house with something planted', () => {
  let house: House;
  beforeAll(() => {
    house = copyHouse('planted');
  });
  afterAll(() => house.remove());

  async function brokenBy(file: string, source: string): Promise<string[]> {
    writeFileSync(join(house.folder, file), source);
    // In a process of its own: aliases start from the folder a process works in.
    const cruiser = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const { stdout } = await run(process.execPath, [cruiser, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', file], { cwd: house.folder, maxBuffer: 64e6 });
    const { summary } = JSON.parse(stdout) as ICruiseResult;
    return summary.violations.filter(({ from }) => from === file).map(({ rule, to }) => `${rule.name}: ${to}`);
  }

  it('show an import of the store from a page', async () => {
    expect(await brokenBy('app/planted.tsx', "import { openStore } from '@/lib/store/open-store';\nexport default openStore;\n")).toEqual(['pages-know-the-server-by-trpc-only: lib/store/open-store.ts']);
    expect(await brokenBy('app/sign-in/planted.tsx', "export const store = () => import('../../lib/store/open-store');\n")).toEqual(['pages-know-the-server-by-trpc-only: lib/store/open-store.ts']);
  });

  it('show a database client in the engine', async () => {
    expect(await brokenBy('flows/engine/planted.ts', "import Database from 'libsql';\nexport default Database;\n")).toEqual([expect.stringContaining('flows-allow-list: ')]);
  });

  it('stand where a page takes a type of the router and a button', async () => {
    expect(await brokenBy('app/innocent.tsx', "import type { AppRouter } from '@/lib/api/router';\nimport { Button } from '@/lib/ui/button';\nexport { Button };\nexport type { AppRouter };\n")).toEqual([]);
  });
});
