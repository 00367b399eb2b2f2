/* global URLSearchParams */
// A plain shop on its own origin, as a customer of Relais would have one. Its page carries the widget by one tag:
//   /?host=<origin of Relais>&key=<public key>&language=<fr|en>
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const HERE = new URL('./', import.meta.url);

/**
 * @param {{ port?: number }} [options] a free port when none is given
 * @returns {Promise<{ origin: string, page(query: { host: string, key?: string, language?: string }): string, stop(): Promise<void> }>}
 */
export async function startShop({ port = 0 } = {}) {
  const template = await readFile(new URL('page.html', HERE), 'utf8');
  const css = await readFile(new URL('shop.css', HERE), 'utf8');
  const texts = JSON.parse(await readFile(new URL('texts.json', HERE), 'utf8'));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    if (url.pathname === '/shop.css') return void response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(css);
    if (url.pathname !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(render(template, texts, url.searchParams));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    page: (query) => `${origin}/?${new URLSearchParams(query)}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

function render(template, texts, query) {
  const language = query.get('language') === 'en' ? 'en' : 'fr';
  const words = texts[language];
  const values = {
    ...words,
    language,
    host: query.get('host') ?? 'http://localhost:3000',
    key: query.get('key') ?? 'demo',
    menu: { html: words.menu.map((entry) => `<a href="#">${escape(entry)}</a>`).join('') },
    finishes: { html: words.finishes.map((entry) => `<li><span>${escape(entry)}</span></li>`).join('') },
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_place, name) => values[name]?.html ?? escape(String(values[name] ?? '')));
}

function escape(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shop = await startShop({ port: Number(process.env.PORT ?? 4000) });
  console.log(`${shop.origin}/?host=http://localhost:3000&key=demo&language=fr`);
}
