import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '@/lib/store/open-store';

const LIBRARY = 'flows/library';
let folder: string;
let flow: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-test-command-'));
  for (const name of readdirSync(LIBRARY).filter((each) => each.endsWith('.json'))) copyFileSync(join(LIBRARY, name), join(folder, name));
  flow = join(folder, 'customer-service.flow.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function relais(args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/relais.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', RELAIS_DATA: join(folder, 'data'), ...environment },
  });
  return { status, stdout, stderr };
}

const changed = (from: string, to: string): string => {
  const file = join(folder, 'customer-service.flow.json');
  writeFileSync(file, readFileSync(join(LIBRARY, 'customer-service.flow.json'), 'utf8').replaceAll(from, to));
  return file;
};

test('the golden conversations of every library flow hold', () => {
  const files = readdirSync(LIBRARY).filter((name) => name.endsWith('.flow.json')).map((name) => join(LIBRARY, name));
  const { status, stdout } = relais(['test', ...files]);
  expect(stdout).not.toContain('✗');
  expect(stdout).toContain('✓ order-solved');
  expect(status).toBe(0);
});

test('a changed word is found, and said in the language asked for', () => {
  changed('Where is my order?', 'Where is the parcel?');
  changed('I am the Maison Lumen assistant', 'I am your assistant');
  const { status, stdout } = relais(['test', flow]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/✗ address-shipped {2}Turn 1 differs: “Hello! I am your assistant\. [^”]*” is said where the test expects “Hello! I am the Maison Lumen assistant/);
  expect(stdout).toContain('✓ silence');
  expect(relais(['test', flow, '--language', 'fr']).stdout).toMatch(/✗ address-shipped {2}Le tour 1 diffère\u202f: le client lit «/);
  const { status: failed, stdout: json } = relais(['test', flow, '--json']);
  expect(failed).toBe(1);
  const report = JSON.parse(json) as { ok: boolean; flows: { tests: { name: string; outcome: string; difference?: unknown }[] }[] };
  expect(report.ok).toBe(false);
  expect(report.flows[0]?.tests.find(({ name }) => name === 'address-shipped')).toMatchObject({ outcome: 'failed', difference: { turn: 1, facets: [{ kind: 'said' }] } });
});

test('a button that is gone stops the script, and says so', () => {
  changed('"Change my address"', '"Move house"');
  const { status, stdout } = relais(['test', flow]);
  expect(status).toBe(1);
  // What differs first is that the button has other words.
  expect(stdout).toMatch(/Turn 1 differs in its buttons\. Expected: .*Change my address.* Now: .*Move house/);
});

test('a flow with errors, a script without its answer and a file that is none are told apart', () => {
  const document = JSON.parse(readFileSync(join(LIBRARY, 'customer-service.flow.json'), 'utf8')) as { edges: Record<string, unknown> };
  delete document.edges['welcome/no-match'];
  writeFileSync(flow, JSON.stringify(document));
  const broken = relais(['test', flow]);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toContain('The flow has errors, so nothing can be played.');
  rmSync(join(folder, 'customer-service.silence.transcript.json'));
  changed('', '');
  const alone = relais(['test', flow]);
  expect(alone).toMatchObject({ status: 1, stdout: '' });
  expect(alone.stderr).toContain('customer-service.silence.transcript.json');
  expect(relais(['test', join(folder, 'nowhere.flow.json')]).status).toBe(1);
  expect(relais(['test', flow, '--nope']).status).toBe(2);
});

test('without files the tests of the database are run on the drafts, each in its workspace', { timeout: 60_000 }, async () => {
  expect(relais(['test'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('There is no database') as string });
  expect(relais(['seed']).status).toBe(0);
  const script = readFileSync(join(LIBRARY, 'customer-service.order-solved.script.json'), 'utf8');
  const transcript = readFileSync(join(LIBRARY, 'customer-service.order-solved.transcript.json'), 'utf8');
  const store = openStore(join(folder, 'data', 'relais.db'));
  const { workspaceId, id: flowId } = await store.admin.flow.findFirstOrThrow({ where: { draft: { contains: 'address-stage' } } });
  const kept = { workspaceId, flowId, script, createdAt: 1n, updatedAt: 1n };
  await store.admin.flowTest.create({ data: { ...kept, id: 'one', name: 'Solved', transcript } });
  expect(relais(['test'])).toMatchObject({ status: 0, stdout: expect.stringContaining('✓ Solved') as string });
  await store.admin.flowTest.create({ data: { ...kept, id: 'two', name: 'Changed', transcript: transcript.replaceAll('Maison Lumen', 'Maison Lumin') } });
  await store.close();
  const { status, stdout } = relais(['test']);
  expect(status).toBe(1);
  expect(stdout).toContain('✓ Solved');
  expect(stdout).toMatch(/✗ Changed {2}Turn 1 differs/);
});
