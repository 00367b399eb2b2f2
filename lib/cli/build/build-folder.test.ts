import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFolder, useFolder } from './build-folder.mjs';
import { buildStep } from './build-step.mjs';
import { DIST, ROOT } from './root.mjs';

const name = `test-${process.pid}`;
const inputs = join(DIST, `${name}-inputs`);
const relativeInputs = `dist/${name}-inputs`;
let runs: string[];

beforeEach(() => {
  runs = [];
  mkdirSync(inputs, { recursive: true });
  writeFileSync(join(inputs, 'source.txt'), 'one');
});
afterEach(() => {
  for (const path of [inputs, join(DIST, name), join(DIST, `${name}.out`), join(DIST, 'stamps', name)]) rmSync(path, { recursive: true, force: true });
});

const build = (work?: () => void) =>
  buildFolder({
    name,
    inputs: { paths: [relativeInputs] },
    run: async (folder: string) => {
      runs.push(folder);
      work?.();
      writeFileSync(join(folder, 'out.txt'), readFileSync(join(inputs, 'source.txt')));
    },
  });

test('an unchanged source is built once, a changed one again, a restored one not', async () => {
  const first = await build();
  expect(await build()).toBe(first);
  writeFileSync(join(inputs, 'source.txt'), 'two');
  const second = await build();
  expect(second).not.toBe(first);
  writeFileSync(join(inputs, 'source.txt'), 'one');
  expect(await build()).toBe(first);
  expect(runs).toEqual([first, second]);
});

test('a touched file, a test beside it and generated files change nothing; a new file does', async () => {
  await build();
  utimesSync(join(inputs, 'source.txt'), new Date(0), new Date(0));
  writeFileSync(join(inputs, 'source.test.ts'), 'x');
  mkdirSync(join(inputs, 'generated'), { recursive: true });
  writeFileSync(join(inputs, 'generated', 'client.ts'), 'x');
  await build();
  expect(runs).toHaveLength(1);
  writeFileSync(join(inputs, 'more.ts'), 'x');
  await build();
  expect(runs).toHaveLength(2);
});

test('a build that failed, or was cut off at any moment, is done again from clean ground', async () => {
  const failing = build(() => {
    writeFileSync(join(runs.at(-1) ?? '', 'half.txt'), 'half');
    throw new Error('cut off');
  });
  await expect(failing).rejects.toThrowError('cut off');
  const folder = await build();
  expect(runs).toHaveLength(2);
  expect(existsSync(join(folder, 'half.txt'))).toBe(false);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('one');
});

test('an old build is swept, one that a living process uses is kept', async () => {
  const used = await build();
  useFolder(used);
  writeFileSync(join(inputs, 'source.txt'), 'two');
  const unused = await build();
  writeFileSync(join(unused, '.used-by-999999999'), '');
  // Earlier versions left plain files here.
  writeFileSync(join(DIST, name, 'check-1.js'), '');
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const folder of [used, unused]) utimesSync(folder, longAgo, longAgo);
  writeFileSync(join(inputs, 'source.txt'), 'three');
  const current = await build();
  expect(readdirSync(join(DIST, name)).map((folder) => join(DIST, name, folder)).sort()).toEqual([used, current, join(DIST, name, 'check-1.js')].sort());
});

test('a step with a fixed place is stamped after its work, and done again when its output is gone', async () => {
  const output = `dist/${name}.out`;
  let fail = true;
  let done = 0;
  const step = () =>
    buildStep({
      name,
      inputs: { paths: [relativeInputs] },
      outputs: [output],
      run: async () => {
        writeFileSync(join(ROOT, output), 'x');
        if (fail) throw new Error('cut off');
        done += 1;
      },
    });
  await expect(step()).rejects.toThrowError('cut off');
  fail = false;
  await step();
  await step();
  expect(done).toBe(1);
  rmSync(join(ROOT, output));
  await step();
  expect(done).toBe(2);
});
