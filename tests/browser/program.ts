import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SignIn {
  email: string;
  password: string;
}

/** The real program on a database of its own, as `npm start` runs it. */
export interface Program {
  url: string;
  dataFolder: string;
  /** Demo sign-ins by the part of the address before the @, as the first start printed them. */
  signIns: Record<string, SignIn>;
  output(): string;
  pid(): number;
  /** Ends it; with SIGKILL as a power cut would. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same data and port. */
  restart(): Promise<void>;
}

/** Starts the program on a free port with an empty data folder and waits until it answers. */
export async function startProgram(environment: Record<string, string> = {}): Promise<Program> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'relais-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['lib/cli/relais.mjs', 'start'], {
      env: { ...process.env, ...environment, PORT: String(port), RELAIS_DATA: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const deadline = Date.now() + 180_000;
    while (!(await answers(`${url}/healthz`))) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`The program did not start:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    const running = child;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('close', resolve));
    running.kill(signal);
    await ended;
  };

  await start();
  return {
    url,
    dataFolder,
    signIns: readSignIns(output),
    output: () => output,
    pid: () => child?.pid ?? 0,
    restart: start,
    stop: async (signal) => {
      await stop(signal);
      if (signal !== 'SIGKILL') rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function readSignIns(output: string): Record<string, SignIn> {
  const found: Record<string, SignIn> = {};
  for (const [, email = '', name = '', password = ''] of output.matchAll(/((\w+)@maisonlumen\.example)\s+(\S+)/g)) found[name] = { email, password };
  return found;
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
