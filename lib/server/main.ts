import { createServer } from 'node:http';
import { relative } from 'node:path';
import next from 'next';
import type { Env } from '@/lib/env';
import { compileAside } from '@/lib/flows/compile-aside';
import { createLog } from '@/lib/log';
import { createDoor } from './door';
import { listen } from './listen';
import { createProgram, type Program } from './program';
import { routes } from './routes';
import { stopServers } from './stop-servers';

/** How long requests under way may take once the program is told to stop. */
const PATIENCE_MS = 20_000;
const DEV_PATIENCE_MS = 1000;
/** Built beside this module. */
const COMPILER = new URL('./compile-version-worker.js', import.meta.url);

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
  // Loaded only where somebody listens: it is the larger part of a megabyte.
  const tracing = env.tracesUrl === null ? null : (await import('@/lib/metrics/start-tracing')).startTracing(env.tracesUrl, (err) => log.warn({ err }, 'spans were not taken'));
  const program = createProgram({ env, log, root, compileVersion: compileAside(COMPILER), ...(tracing && { tracing: tracing.instruments }) });
  // Pages run in this process but in Next's own bundle: the environment is what both can see.
  process.env['RELAIS_PAGE_SECRET'] = program.pageSecret;
  if (options.pages !== null) process.env['RELAIS_PAGES'] = relative(root, options.pages);
  // Next hears upgrades (hot reload) on the one server it is told of; we listen on two.
  const upgrades = createServer();
  const pages = next({ dev, dir: root, hostname: 'localhost', port: env.port, quiet: !dev, httpServer: upgrades });
  try {
    await options.beforeRuntime?.(program);
    await (dev ? pages.prepare() : silently(() => pages.prepare()));
    const handle = pages.getRequestHandler();
    const door = createDoor({ routes: routes(program, { next: (request, response) => handle(request, response), root, dev }), publicUrl: env.publicUrl, log, watch: program.watch, stopping: program.stopping });
    await program.runtime.start();
    program.schedules.start();
    const { port, servers } = await listen(door, env.port);
    if (dev) for (const server of servers) server.on('upgrade', (...upgrade) => upgrades.emit('upgrade', ...upgrade));
    return {
      url: env.publicUrl?.origin ?? `http://localhost:${port}`,
      port,
      program,
      async stop() {
        program.beginStop();
        // Hot reload keeps its line open for as long as it is let.
        await stopServers(servers, program.sayGoodbye, program.settled, dev ? DEV_PATIENCE_MS : PATIENCE_MS);
        await pages.close();
        await program.close();
        await tracing?.stop();
      },
    };
  } catch (error) {
    await program.close();
    throw error;
  }
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
