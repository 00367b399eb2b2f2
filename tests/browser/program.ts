import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFleet } from '../fleet/fleet';
import { freePort, relaisProcess } from '../fleet/relais-process';
import { killSomeMeanwhile } from '../fleet/kill-some-meanwhile';

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

/** Starts the program on a free port with an empty database and waits until it answers: one process, or with RELAIS_TEST_FLEET several on PostgreSQL. */
export function startProgram(environment: Record<string, string> = {}): Promise<Program> {
  return process.env['RELAIS_TEST_FLEET'] === undefined ? startAlone(environment) : startSeveral(environment);
}

async function startAlone(environment: Record<string, string>): Promise<Program> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'relais-'));
  const alone = relaisProcess('start', await freePort(), { ...environment, RELAIS_DATA: dataFolder });
  await alone.start();
  return {
    url: alone.url,
    dataFolder,
    signIns: readSignIns(alone.output()),
    output: alone.output,
    pid: alone.pid,
    restart: alone.start,
    stop: async (signal) => {
      await alone.stop(signal);
      if (signal !== 'SIGKILL') rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Two web and two worker processes; while the test runs, one of each is killed and comes back. */
async function startSeveral(environment: Record<string, string>): Promise<Program> {
  const fleet = await startFleet(environment);
  const killing = killSomeMeanwhile(fleet);
  return {
    url: fleet.url,
    dataFolder: fleet.dataFolder,
    signIns: readSignIns(fleet.seeded),
    output: () => [...fleet.web, ...fleet.workers].map(({ output }) => output()).join(''),
    pid: () => fleet.web[0]?.pid() ?? 0,
    restart: fleet.startAll,
    stop: async (signal) => {
      await killing.stop();
      await (signal === 'SIGKILL' ? fleet.stopAll(signal) : fleet.close());
    },
  };
}

function readSignIns(output: string): Record<string, SignIn> {
  const found: Record<string, SignIn> = {};
  for (const [, email = '', name = '', password = ''] of output.matchAll(/((\w+)@maisonlumen\.example)\s+(\S+)/g)) found[name] = { email, password };
  return found;
}
