import { buildFolder } from './build-folder.mjs';
import { ROOT } from './root.mjs';

export const PROGRAM_INPUTS = {
  paths: ['lib', 'flows', 'prisma/schema.prisma', 'tsconfig.json', 'package-lock.json'],
  // What is drawn in browsers, and how the other things are built.
  except: /^lib\/ui\/|^lib\/channels\/web-chat\/widget\/|\.ui\.tsx$|^lib\/cli\/build\/(?!bundle-program)|^lib\/cli\/relais\.mjs$/,
};

/** The server and the command line, as plain JavaScript. Packages stay where npm put them. */
export function bundleProgram(say) {
  return buildFolder({
    name: 'program',
    inputs: PROGRAM_INPUTS,
    before: () => say('program'),
    async run(outdir) {
      const { build } = await import('esbuild');
      await build({
        absWorkingDir: ROOT,
        // Threads are programs of their own.
        entryPoints: { main: 'lib/cli/main.ts', 'compile-version-worker': 'lib/flows/compile-version-worker.ts' },
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
