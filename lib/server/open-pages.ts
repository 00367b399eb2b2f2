import { createServer, type Server } from 'node:http';
import { relative } from 'node:path';
import next from 'next';
import type { PageHandler } from './page-routes';

export interface Pages {
  /** Ready to be asked; in development nothing is built before that. */
  prepare(): Promise<void>;
  handle: PageHandler;
  /** Hot reload, on the servers that listen. */
  hearUpgrades(servers: readonly Server[]): void;
  close(): Promise<void>;
}

/**
 * Next, in this process.
 * @param built folder of the built pages; null builds them when they are asked for (development)
 * @param pageSecret signs the header that tells pages who reads
 */
export function openPages({ root, built, port, pageSecret }: { root: string; built: string | null; port: number; pageSecret: string }): Pages {
  const dev = built === null;
  // Pages run in this process but in Next's own bundle: the environment is what both can see.
  process.env['RELAIS_PAGE_SECRET'] = pageSecret;
  if (built !== null) process.env['RELAIS_PAGES'] = relative(root, built);
  // Next hears upgrades (hot reload) on the one server it is told of; we listen on two.
  const upgrades = createServer();
  const pages = next({ dev, dir: root, hostname: 'localhost', port, quiet: !dev, httpServer: upgrades });
  return {
    prepare: () => (dev ? pages.prepare() : silently(() => pages.prepare())),
    handle: (request, response) => pages.getRequestHandler()(request, response),
    hearUpgrades(servers) {
      if (dev) for (const server of servers) server.on('upgrade', (...upgrade) => upgrades.emit('upgrade', ...upgrade));
    },
    close: () => pages.close(),
  };
}

/** Without what Next says about itself on standard output; its errors go to standard error and are kept. */
async function silently(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
