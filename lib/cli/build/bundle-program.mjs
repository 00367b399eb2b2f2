import { buildFolder } from './build-folder.mjs';
import { ROOT } from './root.mjs';

/** The server and the command line, as plain JavaScript. Packages stay where npm put them. */
export function bundleProgram(say) {
  return buildFolder({
    name: 'program',
    inputs: ['lib', 'flows', 'prisma/schema.prisma', 'tsconfig.json', 'package-lock.json'],
    before: () => say('program'),
    async run(outdir) {
      const { build } = await import('esbuild');
      await build({
        absWorkingDir: ROOT,
        entryPoints: { main: 'lib/cli/main.ts' },
        outdir,
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
