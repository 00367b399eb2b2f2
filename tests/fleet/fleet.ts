import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@/lib/store/testing/postgres-server';
import { freePort, relaisProcess, type RelaisProcess } from './relais-process';
import { roundRobin, type RoundRobin } from './round-robin';

/** Two web and two worker processes on one PostgreSQL database, behind one address. */
export interface Fleet {
  /** Of the balancer in front of the web processes. */
  url: string;
  database: string;
  dataFolder: string;
  web: readonly RelaisProcess[];
  workers: readonly RelaisProcess[];
  balancer: RoundRobin;
  /** What the seeding printed: the demo's sign-ins. */
  seeded: string;
  /** Starts every process that does not run. */
  startAll(): Promise<void>;
  stopAll(signal?: NodeJS.Signals): Promise<void>;
  close(): Promise<void>;
}

const SECRET = 'the same secret for every process of the fleet';

/** Starts everything on an empty, seeded database. */
export async function startFleet(environment: Record<string, string> = {}): Promise<Fleet> {
  const server = await startPostgres();
  const database = await server.migrated();
  const dataFolder = mkdtempSync(join(tmpdir(), 'relais-fleet-'));
  const common = { ...environment, DATABASE_URL: database, RELAIS_SECRET: SECRET, RELAIS_DATA: dataFolder };
  const seeded = spawnSync(process.execPath, ['lib/cli/relais.mjs', 'seed'], { env: { ...process.env, ...common }, encoding: 'utf8' });
  if (seeded.status !== 0) throw new Error(`the database was not seeded: ${seeded.stdout}${seeded.stderr}`);
  const ports = await Promise.all([0, 1, 2, 3].map(freePort));
  const [balanced, own] = [ports.slice(0, 2), ports.slice(2)];
  const balancer = await roundRobin(balanced.map((port) => `http://localhost:${port}`));
  const web = balanced.map((port) => relaisProcess('web', port, { ...common, RELAIS_URL: balancer.url }));
  const workers = own.map((port) => relaisProcess('worker', port, { ...common, RELAIS_URL: balancer.url }));
  const all = [...web, ...workers];
  const fleet: Fleet = {
    url: balancer.url,
    database,
    dataFolder,
    web,
    workers,
    balancer,
    seeded: seeded.stdout,
    async startAll() {
      await Promise.all(all.map((process) => process.start()));
    },
    async stopAll(signal) {
      await Promise.all(all.map((process) => process.stop(signal)));
    },
    async close() {
      await fleet.stopAll();
      await balancer.close();
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  try {
    await fleet.startAll();
    return fleet;
  } catch (error) {
    await fleet.close();
    throw error;
  }
}
