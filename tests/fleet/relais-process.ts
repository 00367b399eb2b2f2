import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

/** One process of the real program, on a port of its own. */
export interface RelaisProcess {
  url: string;
  pid(): number;
  /** All it has printed, over its restarts. */
  output(): string;
  /** Starts it, or starts it again on the same data and port, and waits until it answers. */
  start(): Promise<void>;
  /** Ends it; with SIGKILL as a power cut would. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const LONGEST_START_MS = 180_000;

/** `relais <command>` as it will run with this environment; not started yet. */
export function relaisProcess(command: string, port: number, environment: Record<string, string>): RelaisProcess {
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let output = '';
  return {
    url,
    pid: () => child?.pid ?? 0,
    output: () => output,
    async start() {
      const started = spawn(process.execPath, ['lib/cli/relais.mjs', command], { env: { ...process.env, ...environment, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const deadline = Date.now() + LONGEST_START_MS;
      while (!(await answers(`${url}/healthz`))) {
        if (started.exitCode !== null || Date.now() > deadline) throw new Error(`The program did not start:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop(signal = 'SIGTERM') {
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise((resolve) => running.once('close', resolve));
      running.kill(signal);
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
