import { spawn } from 'node:child_process';

/** The command as a terminal runs it, beside whatever else runs. */
export function relais(data: string, args: string[], environment: Record<string, string> = {}): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['lib/cli/relais.mjs', '--language', 'en', ...args], { env: { ...process.env, RELAIS_DATA: data, ...environment } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (status) => resolve({ status, output }));
  });
}
