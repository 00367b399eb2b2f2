import { readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import texts from '@/lib/i18n/messages/en/cli.json';
import { freePort } from '../fleet/relais-process';
import { askBot } from '../start/ask-bot';
import { copyHouse, type House } from '../start/copy-house';
import { runRelais } from '../start/run-relais';
import { strangersIn } from '../walls/strangers-in-pages';

let house: House;
beforeAll(() => {
  house = copyHouse('pages');
});
afterAll(() => house.remove());

const edit = (file: string, change: (text: string) => string) => writeFileSync(join(house.folder, file), change(readFileSync(join(house.folder, file), 'utf8')));

/** Starts, asks the assistant and reads the first page; says what was built for it. */
async function start(): Promise<{ built: boolean; page: string }> {
  const port = await freePort();
  const relais = runRelais(house.folder, ['start'], { PORT: String(port), RELAIS_DATA: join(house.folder, 'data') });
  try {
    await relais.says('Relais is running');
    expect(await askBot(`http://localhost:${port}`)).toContain('Bonjour');
    const page = await (await fetch(`http://localhost:${port}/sign-in`, { headers: { 'accept-language': 'en' } })).text();
    return { built: relais.output().includes(texts.build.pages), page };
  } finally {
    await relais.stop();
  }
}

it('a build of the pages that was cut off, early or late, is done again by the next start', async () => {
  for (const milliseconds of [300, 2000, 5000, 9000]) {
    edit('app/page.tsx', (text) => `${text}\n// cut off after ${milliseconds} ms\n`);
    const relais = runRelais(house.folder, ['start'], { PORT: '0', RELAIS_DATA: join(house.folder, 'data') });
    await relais.says(texts.build.pages);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await relais.stop('SIGKILL');
    const { page } = await start();
    expect(page).toContain('<html');
  }
  expect(await start()).toMatchObject({ built: false });
});

it('an edited text shows after the next start', async () => {
  edit('lib/i18n/messages/en/signIn.json', (text) => text.replace(/"title": "[^"]*"/, '"title": "A title of today"'));
  expect((await start()).page).toContain('A title of today');
});

it('two first starts at once build once and both run', async () => {
  rmSync(join(house.folder, 'dist'), { recursive: true, force: true });
  const both = ['one', 'two'].map((data) => runRelais(house.folder, ['start'], { PORT: '0', RELAIS_DATA: join(house.folder, data) }));
  await Promise.all(both.map((relais) => relais.says('Relais is running')));
  expect(both.filter((relais) => relais.output().includes(texts.build.pages))).toHaveLength(1);
  expect(both.filter((relais) => relais.output().includes(texts.build.waiting))).toHaveLength(1);
  await Promise.all(both.map((relais) => relais.stop()));
});

it('a page that reaches the store is found in what Next builds', async () => {
  mkdirSync(join(house.folder, 'app/planted'));
  writeFileSync(join(house.folder, 'app/planted/page.tsx'), "import { openStore } from '@/lib/store/open-store';\nexport default async function Page() {\n  return <p>{JSON.stringify(await openStore('x.db').admin)}</p>;\n}\n");
  const relais = runRelais(house.folder, ['build']);
  expect([await relais.ended, relais.output()]).toEqual([0, expect.anything()]);
  const pages = join(house.folder, 'dist/pages');
  const found = readdirSync(pages).flatMap((name) => strangersIn(join(pages, name)));
  expect(found).toContainEqual(expect.stringContaining('lib/store/open-store.ts'));
  expect(found).toContainEqual(expect.stringMatching(/: libsql$/));
});
