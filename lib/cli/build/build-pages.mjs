import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStep } from './build-step.mjs';
import { ROOT } from './root.mjs';
import { runNode } from './run-node.mjs';

/** The pages, by Next. */
export function buildPages(say) {
  return buildStep({
    name: 'pages',
    inputs: ['app', 'lib/ui', 'lib/i18n', 'flows', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
    outputs: ['.next/BUILD_ID'],
    before: () => say('pages'),
    async run({ interrupted }) {
      // What a killed build left, caches too, is of unknown state.
      if (interrupted) rmSync(join(ROOT, '.next'), { recursive: true, force: true });
      await runNode('next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
    },
  });
}
