import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const FLOW = 'flows/library/customer-service.flow.json';
const COMMANDS = ['start', 'check', 'compile', 'simulate', 'test', 'migrate', 'seed', 'doctor', 'backup', 'restore', 'move', 'build', 'generate'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-cli-'));
  relais(['--help']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function relais(args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/relais.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', LC_MESSAGES: '', RELAIS_DATA: join(folder, 'data'), PORT: '0', ...environment },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('the help names every command, in the language asked for', () => {
  const english = relais(['--help']);
  expect(english.status).toBe(0);
  for (const command of COMMANDS) expect(english.stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  const french = relais(['--help'], { LANG: 'fr_CA.UTF-8' });
  expect(french.stdout).toContain('Utilisation\u202f:');
  expect(french.stdout).not.toContain('Usage');
  expect(relais(['--language', 'fr', '--help']).stdout).toContain('Commandes\u202f:');
});

test.each(COMMANDS)('%s explains itself without doing anything', (command) => {
  const { status, stdout } = relais([command, '--help']);
  expect(status).toBe(0);
  expect(stdout).toContain(`relais ${command}`);
});

test.each([
  [['chek'], /chek/],
  [['check'], /flow/],
  [['check', FLOW, '--nope'], /--nope/],
  [['simulate', FLOW], /--script/],
])('%j is refused with a sentence and exit code 2', (args, sentence) => {
  const { status, stdout, stderr } = relais(args);
  expect(status).toBe(2);
  expect(stderr).toMatch(sentence);
  expect(stdout).toBe('');
});

test('an environment variable that cannot be used is named', () => {
  const { status, stderr } = relais(['doctor'], { PORT: 'abc' });
  expect(status).toBe(2);
  expect(stderr).toContain('PORT');
});

describe('flows', () => {
  test('a sound one passes, in words and as JSON', () => {
    expect(relais(['check', FLOW])).toMatchObject({ status: 0, stdout: expect.stringContaining('sound') as string });
    const { status, stdout } = relais(['check', FLOW, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  });

  test('one with errors is found, with place, sentence, repair and code', () => {
    const broken = file('broken.json', JSON.stringify({ format: 1, name: 'x', languages: ['en'], triggers: [], listeners: [], variables: [], nodes: {}, edges: {} }));
    const { status, stdout } = relais(['check', broken]);
    expect(status).toBe(1);
    expect(stdout).toContain('[no-start]');
    expect(JSON.parse(relais(['check', broken, '--json']).stdout)).toMatchObject({ ok: false, diagnostics: [{ code: 'no-start', sentence: expect.any(String) as string, fix: expect.any(String) as string }] });
    const compiled = relais(['compile', broken]);
    expect(compiled).toMatchObject({ status: 1, stdout: '' });
    expect(compiled.stderr).toContain('[no-start]');
  });

  test('what is no flow, or of a newer format, is refused naming the place', () => {
    expect(relais(['check', join(folder, 'nowhere.json')])).toMatchObject({ status: 1, stdout: '' });
    expect(relais(['check', file('text.json', 'not json')]).stderr).toContain('JSON');
    expect(relais(['check', file('newer.json', '{"format":99}')]).stderr).toContain('[newer-format]');
    const misplaced = JSON.stringify({ format: 1, name: 'x', languages: ['en'], triggers: [], listeners: [], variables: [], nodes: { a: { id: 'b' } }, edges: {} });
    expect(relais(['check', file('misplaced.json', misplaced)]).stderr).toContain('nodes.a');
  });

  test('compile prints the machine with its vocabulary, and nothing else', () => {
    const { status, stdout } = relais(['compile', FLOW]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ vocabulary: 3, machine: { initial: 'idle' } });
  });

  test('simulate prints the same transcript each time', () => {
    const script = 'flows/library/customer-service.silence.script.json';
    const first = relais(['simulate', FLOW, '--script', script]);
    expect(first.status).toBe(0);
    expect(JSON.parse(first.stdout)).toHaveProperty('entries');
    expect(relais(['simulate', FLOW, '--script', script], { TZ: 'Pacific/Apia' }).stdout).toBe(first.stdout);
  });

  test('simulate searches the articles of a file, and says what is wrong in one', () => {
    const [, example = ''] = /```json\n([\s\S]+?)```/.exec(readFileSync('flows/nodes/faq-answer/faq-answer.en.md', 'utf8')) ?? [];
    const faq = file('faq.json', example);
    const script = file('asks.json', '{"language":"en","events":[{"say":"hi"},{"say":"my parcel has not come"}]}');
    const articles = (answer: unknown) => file('searched.json', JSON.stringify([{ id: 'parcel', title: { en: 'Parcel' }, phrasings: { en: ['my parcel has not come'] }, answer }]));
    const said = (...more: string[]) => relais(['simulate', faq, '--script', script, ...more]);
    expect(said('--articles', articles({ en: 'It is on its way.' })).stdout).toContain('It is on its way.');
    expect(said().stdout).not.toContain('It is on its way.');
    const refused = said('--articles', articles('text'));
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('0.answer');
    expect(said('--articles', 'flows/library/articles.json').status).toBe(0);
  });

  test('a script that is none, or asks for what cannot happen, is refused naming the place', () => {
    expect(relais(['simulate', FLOW, '--script', file('none.json', '{"language":"en","events":[{"shout":"x"}]}')]).stderr).toContain('events.0');
    const impossible = relais(['simulate', FLOW, '--script', file('impossible.json', '{"language":"en","events":[{"say":"hi"},{"press":"no such button"}]}')]);
    expect(impossible.status).toBe(1);
    expect(impossible.stderr).toContain('event 2');
  });
});

test('migrate and seed make a database, once; doctor finds it well', () => {
  expect(relais(['migrate'])).toMatchObject({ status: 0, stdout: expect.stringContaining('Applied') as string });
  expect(relais(['migrate']).stdout).not.toContain('Applied');
  const seeded = relais(['seed']);
  expect(seeded.status).toBe(0);
  expect(seeded.stdout.match(/@maisonlumen\.example\s+\S{15,}/g)).toHaveLength(5);
  const again = relais(['seed']);
  expect(again).toMatchObject({ status: 1, stdout: '' });
  expect(again.stderr).not.toBe('');
  if (process.platform !== 'win32') expect(statSync(join(folder, 'data', 'auth-secret')).mode & 0o777).toBe(0o600);
  expect(relais(['doctor'])).toMatchObject({ status: 0 });
});

test('doctor finds a damaged database and a secret that others can read', () => {
  const damaged = join(folder, 'damaged');
  relais(['migrate'], { RELAIS_DATA: damaged });
  writeFileSync(join(damaged, 'relais.db'), 'this is no database, and it is long enough to be taken for one'.repeat(100));
  writeFileSync(join(damaged, 'auth-secret'), 'x'.repeat(64), { mode: 0o644 });
  const { status, stdout } = relais(['doctor'], { RELAIS_DATA: damaged });
  expect(status).toBe(1);
  expect(stdout.match(/^✗/gm)?.length).toBe(process.platform === 'win32' ? 1 : 2);
});
