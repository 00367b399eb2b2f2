import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ROOT } from '@/lib/cli/build/root.mjs';
import { freePort } from '../fleet/relais-process';
import { runRelais, type RunningRelais } from './run-relais';

const RUNNING = /Relais is running at (http:\/\/localhost:(\d+))/;
const started: RunningRelais[] = [];
const folders: string[] = [];

// Where nothing is stale, as after `npm test`'s own build, this does nothing.
beforeAll(() => {
  expect(spawnSync(process.execPath, [join(ROOT, 'lib/cli/relais.mjs'), 'build'], { stdio: 'inherit' }).status).toBe(0);
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((relais) => relais.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'relais-start-'));
  folders.push(folder);
  return folder;
}

function start(data: string, port: number): RunningRelais {
  const relais = runRelais(ROOT, ['start'], { RELAIS_DATA: data, PORT: String(port) });
  started.push(relais);
  return relais;
}

async function portOf(relais: RunningRelais): Promise<number> {
  await relais.says(RUNNING);
  return Number(RUNNING.exec(relais.output())?.[2]);
}

test('a second start builds nothing and keeps what the first made', async () => {
  const data = dataFolder();
  const port = await freePort();
  const first = start(data, port);
  await first.says(RUNNING);
  expect(first.output().match(/@maisonlumen\.example\s+\S{15,}/g)).toHaveLength(5);
  await first.stop();
  const again = start(data, port);
  await again.says(RUNNING);
  expect(again.output()).not.toMatch(/Building|Preparing|@maisonlumen/);
  expect((await fetch(`http://localhost:${port}/chat/v1/demo/config?language=fr`)).status).toBe(200);
  expect(await again.stop()).toBe(0);
});

test('two starts at once, each on its own data, both answer; the second names its port', async () => {
  const port = await freePort();
  const both = [start(dataFolder(), port), start(dataFolder(), port)];
  const ports = await Promise.all(both.map(portOf));
  expect(Math.min(...ports)).toBe(port);
  const second = both[ports.indexOf(Math.max(...ports))];
  await second?.says(new RegExp(`\\b${port}\\b.*in use`));
  expect(new Set(ports).size).toBe(2);
  for (const each of ports) expect((await fetch(`http://localhost:${each}/sign-in`)).status).toBe(200);
  for (const [index, each] of ports.entries()) await listensOnLoopbackOnly(each, both[index]?.process.pid ?? 0);
});

async function listensOnLoopbackOnly(port: number, pid: number): Promise<void> {
  const internal = addresses(true);
  for (const host of internal.includes('::1') ? ['127.0.0.1', '[::1]'] : ['127.0.0.1']) expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
  for (const address of addresses(false)) expect([address, await accepts(address, port)]).toEqual([address, false]);
  if (process.platform !== 'linux') return;
  const listening = listeningSockets(pid);
  expect(listening.length).toBeGreaterThan(0);
  // 127.0.0.1 and ::1 as the kernel writes them.
  expect(listening.filter((address) => address !== '0100007F' && address !== '00000000000000000000000001000000')).toEqual([]);
}

test('two starts at once on the same new data: one runs, the other says so and spoils nothing', async () => {
  const data = dataFolder();
  const port = await freePort();
  const both = [start(data, port), start(data, port)];
  const refused = await Promise.race(both.map(async (relais) => ((await relais.ended), relais)));
  const [running] = both.filter((relais) => relais !== refused);
  await running?.says(RUNNING);
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain(data);
  expect(refused.output()).not.toMatch(/@maisonlumen|SQLITE|rror/);
  // A killed one holds nothing.
  await running?.stop('SIGKILL');
  const again = start(data, port);
  await again.says(RUNNING);
});

function addresses(internal: boolean): string[] {
  return Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter((address) => address.internal === internal && !address.address.startsWith('fe80')).map(({ address }) => address));
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}

/** Addresses a process listens on, in the kernel's hexadecimal. */
function listeningSockets(pid: number): string[] {
  const open = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => socketOf(`/proc/${pid}/fd/${fd}`)));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) => {
    const rows = readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1).map((line) => line.trim().split(/\s+/));
    const listening = rows.filter(([, , , state, , , , , , inode]) => (kind.startsWith('udp') || state === '0A') && open.has(inode));
    return listening.map(([, local = '']) => local.split(':')[0] ?? '');
  });
}

function socketOf(link: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1];
  } catch {
    return undefined;
  }
}
