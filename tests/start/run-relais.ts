import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface RunningRelais {
  process: ChildProcess;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Resolves with the time in ms since the start, once the output holds the text; fails when the process ends without it. */
  says(text: string | RegExp): Promise<number>;
  /** Resolves with the exit code, or null after a signal. */
  ended: Promise<number | null>;
  /** Ends it and waits for that. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `relais <args>` of the house in `folder`, in English, without what this process's environment says about Relais. */
export function runRelais(folder: string, args: readonly string[], environment: Record<string, string> = {}): RunningRelais {
  const started = performance.now();
  const child = spawn(process.execPath, [join(folder, 'lib', 'cli', 'relais.mjs'), ...args], { cwd: folder, env: relaisEnvironment(environment), stdio: ['ignore', 'pipe', 'pipe'] });
  return watch(child, started);
}

/** This environment, less what would change how Relais starts. */
export function relaisEnvironment(environment: Record<string, string> = {}): NodeJS.ProcessEnv {
  const changed = { ...process.env, LANG: 'C', LC_ALL: 'C', ...environment };
  for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'VITEST', 'PORT', 'RELAIS_DATA']) if (!(name in environment)) Reflect.deleteProperty(changed, name);
  return changed;
}

/** Follows what a started program says. */
export function watch(child: ChildProcess, started = performance.now()): RunningRelais {
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const holds = (text: string | RegExp) => (typeof text === 'string' ? output.includes(text) : text.test(output));
  return {
    process: child,
    output: () => output,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!holds(text)) return;
          listeners.delete(look);
          resolve(performance.now() - started);
        };
        listeners.add(look);
        look();
        void ended.then((code) => {
          if (!holds(text)) reject(new Error(`ended with ${code} without saying ${String(text)}:\n${output}`));
        });
      }),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
