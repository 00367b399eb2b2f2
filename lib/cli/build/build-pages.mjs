import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildFolder } from './build-folder.mjs';
import { ROOT } from './root.mjs';
import { runNode } from './run-node.mjs';

const NEXT = join(ROOT, '.next');
/** What `next dev` keeps there belongs to it. */
const OF_DEV = 'dev';
/** Parts of a build that serving it does not need. */
const NOT_SERVED = new Set(['cache', OF_DEV, 'diagnostics', 'trace', 'trace-build', 'types']);

export const PAGES_INPUTS = {
  paths: ['app', 'lib/ui', 'lib/i18n', 'flows', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'lib/cli/build/build-pages.mjs', 'package-lock.json'],
};

/** The pages, by Next. */
export function buildPages(say) {
  return buildFolder({
    name: 'pages',
    inputs: PAGES_INPUTS,
    before: () => say('pages'),
    async run(folder) {
      // What a killed build left there is of unknown state.
      for (const name of existsSync(NEXT) ? readdirSync(NEXT) : []) if (name !== OF_DEV) rmSync(join(NEXT, name), { recursive: true, force: true });
      await runNode('next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', RELAIS_PAGES: '' });
      // Next writes it last. Without it, someone's own `next build` here got in the way.
      if (!existsSync(join(NEXT, 'BUILD_ID'))) throw new Error('.next/BUILD_ID is missing: is another `next build` running here?');
      cpSync(NEXT, folder, { recursive: true, filter: (source) => !NOT_SERVED.has(relative(NEXT, source).split(sep)[0] ?? '') });
      if (!existsSync(join(folder, 'BUILD_ID'))) throw new Error('.next changed while it was copied: is another `next build` running here?');
    },
  });
}
