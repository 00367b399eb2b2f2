import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { signPageHeader } from './page-header';
import { startTestProgram, type TestProgram } from './testing/test-program';

let relais: TestProgram;
beforeAll(async () => {
  relais = await startTestProgram();
});
afterAll(() => relais.stop());

/** The page handler of the test answers with what it was given. */
const pageSchema = z.object({ path: z.string(), headers: z.record(z.string(), z.unknown()) });
const readerSchema = z.object({ locale: z.string(), theme: z.string(), user: z.object({ id: z.string(), name: z.string() }).nullable(), roles: z.array(z.string()), workspace: z.unknown() });

async function page(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(relais.url + path, { headers, redirect: 'manual' });
  return { answer, location: answer.headers.get('location') };
}

async function readerOf(answer: Response) {
  const { headers } = pageSchema.parse(await answer.json());
  const header = String(headers['x-relais-page']);
  return { header, reader: readerSchema.parse(JSON.parse(Buffer.from(header.split('.')[0] ?? '', 'base64url').toString())), headers };
}

test('without a session every page leads to the sign-in, which remembers where one wanted to go', async () => {
  expect((await page('/')).location).toBe('/sign-in');
  expect((await page('/flows/abc?step=1')).location).toBe('/sign-in?next=%2Fflows%2Fabc%3Fstep%3D1');
  expect((await page('/nowhere')).answer.status).toBe(303);
  expect((await page('/sign-in')).answer.status).toBe(200);
});

test('files of pages need no session', async () => {
  const { answer } = await page('/_next/static/chunk.js');
  expect(answer.status).toBe(200);
  // A worker that starts from a file may load its parts, and nothing else.
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'; frame-ancestors 'none'");
});

test('a signed-out reader is nobody, in the language and theme of the browser', async () => {
  const { answer } = await page('/sign-in', { 'accept-language': 'fr', cookie: 'relais_theme=dark' });
  expect((await readerOf(answer)).reader).toEqual({ locale: 'fr', theme: 'dark', user: null, roles: [], workspace: null });
});

test('a signed-in reader is named, with a signature of this process', async () => {
  const cookie = await relais.signIn('nadia@a.example');
  const { answer } = await page('/inbox', { cookie });
  const { reader, header } = await readerOf(answer);
  expect(reader).toMatchObject({ locale: 'en', theme: 'system', user: { name: 'Nadia Perrin' }, roles: ['supervisor'] });
  expect(header).toBe(signPageHeader(reader as Parameters<typeof signPageHeader>[0], relais.program.pageSecret));
});

test('the language is that of the browser until one has chosen; the choice follows the person', async () => {
  const cookie = await relais.signIn('nadia@b.example');
  const localeWith = async (headers: Record<string, string>) => (await readerOf((await page('/inbox', { cookie, ...headers })).answer)).reader.locale;
  expect(await localeWith({ 'accept-language': 'fr' })).toBe('fr');
  expect(await localeWith({ 'accept-language': 'fr', cookie: `${cookie}; relais_locale=en` })).toBe('en');
  await (await relais.api('nadia@b.example')).session.setPreferences({ locale: 'fr', theme: 'dark' });
  expect(await localeWith({ 'accept-language': 'en' })).toBe('fr');
  expect(await (await relais.api('nadia@b.example')).session.me()).toMatchObject({ locale: 'fr', theme: 'dark', agent: null });
});

test('a forged page header is thrown away, on pages and on their files', async () => {
  const forged = signPageHeader({ locale: 'en', theme: 'light', user: { id: 'x', name: 'Mallory' }, roles: ['administrator'], workspace: null }, 'guessed');
  const { answer } = await page('/sign-in', { 'x-relais-page': forged });
  expect((await readerOf(answer)).reader.user).toBeNull();
  const file = pageSchema.parse(await (await page('/_next/data.json', { 'X-Relais-Page': forged })).answer.json());
  expect(file.headers['x-relais-page']).toBeUndefined();
});

test('a forged or foreign session cookie is nobody', async () => {
  const cookie = await relais.signIn('tom@a.example');
  const broken = cookie.replace(/.(?=[^.]*$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
  expect(broken).not.toBe(cookie);
  expect((await page('/flows', { cookie: broken })).answer.status).toBe(303);
  expect((await page('/flows', { cookie: 'relais.session_token=%%%;;=' })).answer.status).toBe(303);
  expect((await page('/flows', { cookie })).answer.status).toBe(200);
});

test('each role is led to its home, and away from pages that are not its own', async () => {
  const ines = await relais.signIn('ines@a.example');
  const lea = await relais.signIn('lea@a.example');
  expect((await page('/', { cookie: ines })).location).toBe('/flows');
  expect((await page('/', { cookie: lea })).location).toBe('/inbox');
  expect((await page('/', { cookie: await relais.signIn('nadia@a.example') })).location).toBe('/inbox');
  expect((await page('/', { cookie: await relais.signIn('tom@a.example') })).location).toBe('/tests');
  expect((await page('/sign-in', { cookie: lea })).location).toBe('/inbox');
  expect((await page('/flows/x', { cookie: lea })).location).toBe('/inbox');
  expect((await page('/inbox', { cookie: ines })).location).toBe('/flows');
  expect((await page('/flowsome', { cookie: lea })).answer.status).toBe(200);
});

test('scripts of a page run with its nonce only, a new one each time', async () => {
  const nonce = async () => /'nonce-([^']+)'/.exec((await page('/sign-in')).answer.headers.get('content-security-policy') ?? '')?.[1];
  const first = await nonce();
  expect(first).toBeDefined();
  expect(await nonce()).not.toBe(first);
});

test('signing out ends the session at once', async () => {
  const cookie = await relais.signIn('karim@a.example');
  expect((await page('/inbox', { cookie })).answer.status).toBe(200);
  await fetch(`${relais.url}/api/auth/sign-out`, { method: 'POST', headers: { cookie, 'Content-Type': 'application/json' }, body: '{}' });
  expect((await page('/inbox', { cookie })).answer.status).toBe(303);
});

test('ten wrong passwords close the account for a while, without telling whether it exists', async () => {
  const attempt = async (email: string, password: string) => {
    const answer = await fetch(`${relais.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }) });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const wrong = await attempt('tom@b.example', 'not the password');
  expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'sign-in-failed' } } });
  expect(await attempt('nobody@b.example', 'not the password')).toEqual(wrong);
  for (let count = 0; count < 9; count += 1) await attempt('tom@b.example', 'not the password');
  const right = relais.workspaces.b.signIns.find(({ email }) => email === 'tom@b.example')?.password ?? '';
  expect(await attempt('tom@b.example', right)).toMatchObject({ status: 429, body: { error: { code: 'too-many-attempts' } } });
});

test('the session cookie cannot be read by scripts and is not sent along by other sites', async () => {
  const account = relais.workspaces.b.signIns.find(({ email }) => email === 'nadia@b.example');
  const answer = await fetch(`${relais.url}/api/auth/sign-in/email`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email: account?.email, password: account?.password }) });
  const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token')) ?? '';
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Lax/i);
});
