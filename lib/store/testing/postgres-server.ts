import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migratePostgres } from '../postgres/migrate-postgres';

export interface PostgresServer {
  /** A fresh, empty database, and its address. */
  database(): Promise<string>;
  /** The same, brought to the newest schema. */
  migrated(): Promise<string>;
  /** Process id of the server; null when it is not ours. */
  pid(): number | null;
  /** SIGKILL to the server and every process of it at once, then the same server again on the same files, once it answers. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

const MIGRATIONS = join(import.meta.dirname, '../../../prisma/postgres/migrations');

/**
 * For tests: a PostgreSQL of their own, in a temporary folder, on a free loopback port; or the one that
 * RELAIS_TEST_POSTGRES_URL names. It ends with the test, and with the test's process however that ends.
 */
export async function startPostgres(migrations = MIGRATIONS): Promise<PostgresServer> {
  const given = process.env['RELAIS_TEST_POSTGRES_URL'];
  if (given !== undefined && given !== '') {
    return serverAt(given, migrations, { pid: () => null, crash: () => Promise.reject(new Error('the PostgreSQL of RELAIS_TEST_POSTGRES_URL is not ours to kill')), stop: async () => undefined });
  }
  const bin = binaries();
  // PostgreSQL refuses to run as root; Debian's package has a user for it.
  const user = process.getuid?.() === 0 ? idsOf('postgres') : {};
  const folder = mkdtempSync(join(tmpdir(), 'relais-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const made = spawnSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), '-U', 'relais', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { ...user, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr} ${String(made.error ?? '')}`);
  const port = await freePort();
  const url = `postgresql://relais@127.0.0.1:${port}/postgres`;
  const settings = ['max_connections=100', 'log_min_messages=fatal'].flatMap((setting) => ['-c', setting]);
  const begin = (): ChildProcess => spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', folder, ...settings], { ...user, cwd: folder, stdio: 'ignore' });
  let server = begin();
  const interrupt = (): void => void server.kill('SIGINT');
  process.once('exit', interrupt);
  await answering(url, server);
  return serverAt(url, migrations, {
    pid: () => server.pid ?? null,
    async crash() {
      await killWhole(server);
      for (let tries = 1; ; tries += 1) {
        server = begin();
        try {
          return await answering(url, server);
        } catch (error) {
          // It does not begin while the last of the old ones has its memory.
          if (tries === 50) throw error;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    },
    async stop() {
      process.off('exit', interrupt);
      const over = new Promise((resolve) => server.once('exit', resolve));
      if (server.exitCode === null && server.signalCode === null) {
        interrupt();
        await over;
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  });
}

/** The server cannot answer the death of its children, nor they its own: none of them runs while they are counted. */
async function killWhole(server: ChildProcess): Promise<void> {
  const { pid } = server;
  if (pid === undefined || server.exitCode !== null || server.signalCode !== null) throw new Error('PostgreSQL does not run');
  const over = new Promise((resolve) => server.once('exit', resolve));
  process.kill(pid, 'SIGSTOP');
  const all = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const children = all.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
  if (children.length === 0) throw new Error('PostgreSQL has no processes: its death would be no crash');
  for (const child of [pid, ...children]) {
    try {
      process.kill(child, 'SIGKILL');
    } catch {
      // It had just ended.
    }
  }
  await over;
}

function serverAt(url: string, migrations: string, { pid, crash, stop: end }: Pick<PostgresServer, 'pid' | 'crash' | 'stop'>): PostgresServer {
  let count = 0;
  const made: string[] = [];
  let template: Promise<string> | undefined;
  const nameOf = (address: string): string => new URL(address).pathname.slice(1);
  const create = async (from: string): Promise<string> => {
    const name = `relais_test_${process.pid}_${Date.now().toString(36)}_${(count += 1)}`;
    await ask(`CREATE DATABASE ${name}${from}`);
    made.push(name);
    const address = new URL(url);
    address.pathname = name;
    return address.href;
  };
  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    pid,
    crash,
    database: () => create(''),
    async migrated() {
      // Migrated once, copied afterwards: a copy takes a tenth of the time.
      template ??= create('').then(async (address) => {
        await migratePostgres(address, migrations);
        return nameOf(address);
      });
      return create(` TEMPLATE ${await template}`);
    },
    async stop() {
      if (pid() === null) for (const name of made) await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await end();
    },
  };
}

function binaries(): string {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(debian, version, 'bin')), ...(asked.status === 0 ? [asked.stdout.trim()] : [])];
  const found = places.find((place) => existsSync(join(place, 'initdb')));
  if (found === undefined) throw new Error('no PostgreSQL server on this machine: install one (Debian: postgresql), or name one in RELAIS_TEST_POSTGRES_URL');
  return found;
}

function idsOf(user: string): { uid?: number; gid?: number } {
  const [uid, gid] = ['-u', '-g'].map((option) => Number(spawnSync('id', [option, user], { encoding: 'utf8' }).stdout));
  if (!uid || !gid) throw new Error(`PostgreSQL does not run as root, and there is no user ${user}`);
  return { uid, gid };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    const client = new pg.Client({ connectionString: url });
    const there = await client.connect().then(() => true, () => false);
    await client.end().catch(() => undefined);
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('PostgreSQL does not answer');
}
