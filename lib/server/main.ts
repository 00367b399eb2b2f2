import type { Env } from '@/lib/env';
import { compileAside } from '@/lib/flows/compile-aside';
import { createLog } from '@/lib/log';
import { createDoor } from './door';
import { listen } from './listen';
import { createProgram, type Duties, type Program } from './program';
import { operatorRoutes, routes } from './routes';
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
 * Starts a process: runtime, and with its duties doors and pages. One without doors still says how it is (health,
 * readiness, metrics). The database must be migrated.
 * @param root the program's folder
 */
export async function startServer(options: {
  env: Env;
  root: string;
  duties: Duties;
  /** Folder of the built pages; null builds them when they are asked for (development). */
  pages: string | null;
  /** Runs once everything is put together and before anything runs. */
  beforeRuntime?(program: Program): Promise<void>;
}): Promise<RunningServer> {
  const { env, root, duties } = options;
  const dev = options.pages === null;
  const log = createLog(env.logLevel);
  // Loaded only where somebody listens: it is the larger part of a megabyte.
  const tracing = env.tracesUrl === null ? null : (await import('@/lib/metrics/start-tracing')).startTracing(env.tracesUrl, (err) => log.warn({ err }, 'spans were not taken'));
  const program = createProgram({ env, log, root, duties, compileVersion: compileAside(COMPILER), ...(tracing && { tracing: tracing.instruments }) });
  // Loaded only where pages are shown: it is most of the program.
  const pages = duties.doors ? (await import('./open-pages')).openPages({ root, built: options.pages, port: env.port, pageSecret: program.pageSecret }) : null;
  try {
    await options.beforeRuntime?.(program);
    await pages?.prepare();
    const answered = pages ? routes(program, { next: pages.handle, root, dev }) : operatorRoutes(program);
    const door = createDoor({ routes: answered, publicUrl: env.publicUrl, log, watch: program.watch, stopping: program.stopping });
    await program.start();
    const { port, servers } = await listen(door, env.port);
    pages?.hearUpgrades(servers);
    return {
      url: env.publicUrl?.origin ?? `http://localhost:${port}`,
      port,
      program,
      async stop() {
        program.beginStop();
        // Hot reload keeps its line open for as long as it is let.
        await stopServers(servers, program.sayGoodbye, program.settled, dev ? DEV_PATIENCE_MS : PATIENCE_MS);
        await pages?.close();
        await program.close();
        await tracing?.stop();
      },
    };
  } catch (error) {
    await program.close();
    throw error;
  }
}
