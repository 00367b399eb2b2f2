import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { startNode } from './program';

/** Gzipped kilobytes a browser fetches before it can show a page; and the widget, against the largest it may be. */
const WIDGET_BUDGET_KB = 20;

const relais = await startNode(['lib/cli/relais.mjs', 'start'], { port: 4312, path: '/healthz' });
try {
  const manager = await cookieOf('ines');
  const agent = await cookieOf('lea');
  const listed = (await (await fetch(`${relais.url}/trpc/flows.list`, { headers: { cookie: manager } })).json()) as { result: { data: { json: { id: string }[] } } };
  const flow = listed.result.data.json[0]?.id ?? '';

  const widget = kilobytes(readFileSync('public/widget.js'));
  console.log('## Weight\n\nGzipped kilobytes of a first load: HTML, scripts and styles the page names. Fonts and images come after.\n');
  console.log('| | scripts | styles | HTML |\n|---|---|---|---|');
  console.log(`| widget | ${widget.toFixed(1)} (of at most ${WIDGET_BUDGET_KB}) | in the script | none |`);
  for (const [name, path, sent] of [['sign in', '/sign-in', ''], ['flows', '/flows', manager], ['studio', `/flows/${flow}`, manager], ['inbox', '/inbox', agent]] as const) {
    const { scripts, styles, html } = await firstLoad(relais.url, path, sent);
    console.log(`| ${name} | ${scripts.toFixed(0)} | ${styles.toFixed(0)} | ${html.toFixed(1)} |`);
  }
} finally {
  await relais.stop();
}

/** Signs in as one of the demo people, whose passwords the first start printed. */
async function cookieOf(person: string): Promise<string> {
  const [, email, password] = new RegExp(`(${person}@maisonlumen\\.example)\\s+(\\S+)`).exec(relais.output()) ?? [];
  const signedIn = await fetch(`${relais.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: relais.url },
    body: JSON.stringify({ email, password }),
  });
  return signedIn.headers.getSetCookie().map((value) => value.split(';')[0]).join('; ');
}

async function firstLoad(url: string, path: string, cookie: string): Promise<{ scripts: number; styles: number; html: number }> {
  const answer = await fetch(`${url}${path}`, { headers: { cookie }, redirect: 'manual' });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const page = await answer.text();
  const weigh = async (pattern: RegExp): Promise<number> => {
    const paths = new Set([...page.matchAll(pattern)].map(([, found]) => found ?? ''));
    const sizes = await Promise.all([...paths].map(async (found) => kilobytes(Buffer.from(await (await fetch(`${url}${found}`)).arrayBuffer()))));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  return { scripts: await weigh(/<script[^>]+src="(\/_next\/[^"]+)"(?![^>]*nomodule)/gi), styles: await weigh(/<link[^>]+href="(\/_next\/[^"]+\.css[^"]*)"/g), html: kilobytes(Buffer.from(page)) };
}

function kilobytes(content: Buffer): number {
  return gzipSync(content, { level: 9 }).length / 1024;
}
