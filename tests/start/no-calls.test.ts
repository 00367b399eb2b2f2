import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '@/lib/cli/build/root.mjs';
import { freePort } from '../fleet/relais-process';
import { hasStrace } from '../durability/strace';
import { copyHouse, type House } from './copy-house';
import { relaisEnvironment, watch } from './run-relais';

/** No name is asked for and no other machine called: what was installed is all there is. */
describe.skipIf(!hasStrace())('nothing is fetched', () => {
  let house: House;
  let folder: string;
  beforeAll(() => {
    house = copyHouse('no-calls');
    folder = mkdtempSync(join(tmpdir(), 'relais-no-calls-'));
  });
  afterAll(() => {
    house.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a Node program under watch; the second value reads the calls that left the machine so far. */
  function traced(args: string[], environment: Record<string, string> = {}) {
    const log = join(folder, `${Math.random()}.txt`);
    // Without what calms the tools in the house's own start, which sets it itself.
    const { PRISMA_HIDE_UPDATE_MESSAGE: _update, CHECKPOINT_DISABLE: _checkpoint, NEXT_TELEMETRY_DISABLED: _telemetry, CI: _ci, ...inherited } = relaisEnvironment(environment);
    const child = spawn('strace', ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', log, process.execPath, ...args], { cwd: house.folder, env: inherited, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    return { relais: watch(child), calls: () => callsOut(readFileSync(log, 'utf8')) };
  }

  test('when the database client is generated and the program built', async () => {
    const { relais, calls } = traced(['lib/cli/relais.mjs', 'check', 'flows/library/customer-service.flow.json']);
    expect([await relais.ended, relais.output()]).toEqual([0, expect.stringContaining('Preparing')]);
    expect(calls()).toEqual([]);
  });

  test('when Relais starts', async () => {
    expect(spawnSync(process.execPath, [join(ROOT, 'lib/cli/relais.mjs'), 'build'], { stdio: 'inherit' }).status).toBe(0);
    const port = await freePort();
    const { relais, calls } = traced([join(ROOT, 'lib/cli/relais.mjs'), 'start'], { PORT: String(port), RELAIS_DATA: join(folder, 'data') });
    await relais.says('Relais is running');
    expect((await fetch(`http://localhost:${port}/sign-in`)).status).toBe(200);
    process.kill(-(relais.process.pid ?? 0), 'SIGTERM');
    await relais.ended;
    expect(calls()).toEqual([]);
  });

  test('and a call would be seen, of a name or of an address', async () => {
    const call = "fetch('http://nowhere.invalid/').catch(() => 0); require('node:net').connect(9, '192.0.2.1').on('error', () => 0); setTimeout(() => process.exit(), 500)";
    const { relais, calls } = traced(['-e', call]);
    await relais.ended;
    expect(calls().filter((line) => line.includes('192.0.2.1')).length).toBeGreaterThan(0);
    expect(calls().filter((line) => line.includes('htons(53)')).length).toBeGreaterThan(0);
  });
});

function callsOut(log: string): string[] {
  return log.split('\n').filter((line) => /AF_INET6?\b/.test(line) && !/127\.0\.0\.1|"::1"/.test(line));
}
