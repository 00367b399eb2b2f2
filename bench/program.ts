import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Running {
  url: string;
  output(): string;
  /** User and system CPU of the process so far, in milliseconds; Linux only. */
  cpuMilliseconds(): number;
  /** Resident memory of the process now, in bytes; Linux only. */
  residentBytes(): number;
  stop(): Promise<void>;
}

/** Starts a Node program on loopback, on a data folder of its own, and waits until `path` answers. */
export async function startNode(args: string[], { port, path, environment = {} }: { port: number; path: string; environment?: Record<string, string> }): Promise<Running> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment, PORT: String(port), RELAIS_DATA: dataFolder }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://localhost:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (await fetch(`${url}${path}`).then((answer) => answer.ok, () => false)) break;
    if (child.exitCode !== null || tries > 1800) throw new Error(`did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    output: () => output,
    cpuMilliseconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    residentBytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1024,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
