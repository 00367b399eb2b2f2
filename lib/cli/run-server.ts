import { startServer, type RunningServer } from '@/lib/server/main';
import { EXIT, type CommandContext, type ExitCode } from './command-context';

/** A program that cannot stop in this time is ended; what it answered is on disk. */
const LONGEST_STOP_MS = 25_000;

/** Starts a process that serves, says where, and stops it when it is told to. */
export async function runServer(context: CommandContext, options: Parameters<typeof startServer>[0], started: (server: RunningServer) => void): Promise<ExitCode> {
  const { print, say, tell } = context;
  const server = await startServer(options);
  started(server);
  if (options.env.port !== 0 && server.port !== options.env.port) print(say('start.portBusy', { wanted: String(options.env.port) }));
  print(say('start.stop'));
  await untilTold();
  tell(say('start.stopping'));
  const late = setTimeout(() => process.exit(EXIT.found), LONGEST_STOP_MS);
  await server.stop();
  clearTimeout(late);
  return EXIT.ok;
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        // Asked twice: whoever waits has waited long enough.
        process.once(signal, () => process.exit(EXIT.found));
      });
    }
  });
}
