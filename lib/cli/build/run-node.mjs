import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';

const require = createRequire(import.meta.url);
const END_WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href;

/**
 * Runs a package's command with this Node, without a shell, so that every system does the same. What it prints is
 * shown only when it fails: it is theirs, in English, and says nothing to someone who just wants to start.
 */
export function runNode(packageName, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', END_WITH_PARENT, binary(packageName), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...environment, RELAIS_BUILDS: String(process.pid) },
      // The channel tells it when this process is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${packageName} ${args.join(' ')} (${code ?? signal})\n${Buffer.concat(output).toString('utf8').slice(-8000)}`));
    });
  });
}

function binary(packageName) {
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[packageName]);
}
