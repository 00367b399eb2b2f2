import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
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
 * @param root the program's folder, where Next finds its build
 */
export async function startServer(options: {
  env: Env;
  root: string;
  dev: boolean;
  /** Runs once everything is put together and before anything runs. */
  beforeRuntime?(program: Program): Promise<void>;
}): Promise<RunningServer> {
  const { env, root, dev } = options;
  const log = createLog(env.logLevel);
  const program = createProgram({ env, log });
  // Pages run in this process but in Next's own bundle: the environment is what both can see.
  process.env['RELAIS_PAGE_SECRET'] = program.pageSecret;
  const pages = next({ dev, dir: root, hostname: 'localhost', port: env.port, quiet: !dev });
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
