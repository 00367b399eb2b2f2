import { spawnSync } from 'node:child_process';

const CALLS = 'trace=write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync,sync_file_range,msync';

/** The arguments that watch a Node program; `log` gets one line per call, with the first bytes of what is written. */
export function straceArguments(log: string, program: readonly string[]): string[] {
  return ['-f', '-y', '-s', '40', '-e', CALLS, '-o', log, process.execPath, ...program];
}

/** Whether this machine can watch. On a build machine it must. */
export function hasStrace(): boolean {
  const found = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;
  if (!found && process.env.CI === 'true') throw new Error('strace is missing: apt-get install strace');
  if (!found) console.warn('skipped: strace is not installed, so nobody watches whether an answered message is on disk');
  return found;
}
