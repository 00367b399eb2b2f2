import type { IncomingMessage } from 'node:http';
import { join, relative } from 'node:path';
import type { Duplex } from 'node:stream';
import { pathToFileURL } from 'node:url';
import next, { type NextConfig } from 'next';
import type { Env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { createDoor } from './door';
import { listen } from './listen';
import { createProgram, type Program } from './program';
import { routes } from './routes';
import { stopServers } from './stop-servers';

export interface RunningServer {
  /** `http://localhost:<port>`, or the public address. */
  url: string;
  port: number;
  program: Program;
  /** Takes no more requests, lets those under way end, closes the database. */
  stop(): Promise<void>;
}

/**
 * Starts the one process: runtime, doors and pages. The database must be migrated.
 * @param root the program's folder
 */
export async function startServer(options: {
  env: Env;
  root: string;
  /** Folder of the built pages; null builds them when they are asked for (development). */
  pages: string | null;
  /** Runs once everything is put together and before anything runs. */
  beforeRuntime?(program: Program): Promise<void>;
}): Promise<RunningServer> {
  const { env, root } = options;
  const dev = options.pages === null;
  const log = createLog(env.logLevel);
  const program = createProgram({ env, log });
  // Pages run in this process but in Next's own bundle: the environment is what both can see.
  process.env['RELAIS_PAGE_SECRET'] = program.pageSecret;
  const conf = options.pages === null ? undefined : await pagesConfig(root, options.pages);
  const pages = next({ dev, dir: root, hostname: 'localhost', port: env.port, quiet: !dev, ...(conf && { conf }) });
  try {
    await options.beforeRuntime?.(program);
    await pages.prepare();
    const handle = pages.getRequestHandler();
    const door = createDoor({ routes: routes(program, { next: (request, response) => handle(request, response), root, dev }), publicUrl: env.publicUrl, log });
    await program.runtime.start();
    const { port, servers } = await listen(door, env.port);
    if (dev) {
      const upgrade = pages.getUpgradeHandler();
      for (const server of servers) server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => void upgrade(request, socket, head));
    }
    return {
      url: env.publicUrl?.origin ?? `http://localhost:${port}`,
      port,
      program,
      async stop() {
        await stopServers(servers, () => program.webChat.close());
        await pages.close();
        await program.close();
      },
    };
  } catch (error) {
    await program.close();
    throw error;
  }
}

/** Next's configuration, with the build to serve in place of the one that may be made anew meanwhile. */
async function pagesConfig(root: string, pages: string): Promise<NextConfig> {
  const { default: config } = (await import(pathToFileURL(join(root, 'next.config.js')).href)) as { default: NextConfig };
  return { ...config, distDir: relative(root, pages) };
}
