import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStep } from './build-step.mjs';
import { DIST, ROOT } from './root.mjs';

/** The server and the command line, as plain JavaScript in dist/program. Packages stay where npm put them. */
export function bundleProgram(say) {
  return buildStep({
    name: 'program',
    inputs: ['lib', 'flows', 'prisma/schema.prisma', 'tsconfig.json', 'package-lock.json'],
    outputs: ['dist/program/main.js'],
    before: () => say('program'),
    async run() {
      const { build } = await import('esbuild');
      rmSync(join(DIST, 'program'), { recursive: true, force: true });
      await build({
        absWorkingDir: ROOT,
        entryPoints: { main: 'lib/cli/main.ts' },
        outdir: 'dist/program',
        bundle: true,
        // Commands are loaded when they are called: `check` needs no database.
        splitting: true,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        packages: 'external',
        alias: { '@': ROOT },
        sourcemap: 'linked',
        logLevel: 'silent',
      });
    },
  });
}
