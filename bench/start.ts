import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askBot } from '../tests/start/ask-bot';
import { median } from './compare-rounds';

/** From the command to the first answer: the built program on a data folder it knows, against a bare `node:http` server. */
const ROUNDS = 7;

async function timed(args: string[], port: number, data: string, answered: (url: string) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { env: { ...process.env, PORT: String(port), RELAIS_DATA: data }, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    for (;;) {
      const answer = await answered(`http://localhost:${port}`).catch(() => undefined);
      if (answer !== undefined) return performance.now() - began;
      if (child.exitCode !== null || performance.now() - began > 180_000) throw new Error(`${args.join(' ')} did not answer`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const data = mkdtempSync(join(tmpdir(), 'relais-bench-'));
try {
  const bare = () => timed(['bench/echo.mjs'], 4321, data, async (url) => (await fetch(url)).text());
  const relais = () => timed(['lib/cli/relais.mjs', 'start'], 4320, data, askBot);
  await relais(); // builds what is missing, seeds
  const times = { bare: [] as number[], relais: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.bare.push(await bare());
    times.relais.push(await relais());
  }
  const [reference, measured] = [median(times.bare), median(times.relais)];
  console.log(`## Start\n\nFrom the command to the first reply, on a data folder that exists; median of ${ROUNDS} alternating starts.\n`);
  console.log('| | seconds | more than the reference |\n|---|---|---|');
  console.log(`| bare node:http, first answer | ${(reference / 1000).toFixed(2)} | – |`);
  console.log(`| Relais, the assistant's first reply | ${(measured / 1000).toFixed(2)} | ${((measured - reference) / 1000).toFixed(2)} |`);
} finally {
  rmSync(data, { recursive: true, force: true });
}
