import { buildStep } from './build-step.mjs';
import { ROOT } from './root.mjs';

/** The web-chat widget: one script for other people's pages. */
export function buildWidget(say) {
  return buildStep({
    name: 'widget',
    inputs: ['lib/channels/web-chat', 'lib/i18n/messages', 'package-lock.json'],
    outputs: ['public/widget.js'],
    before: () => say('widget'),
    async run() {
      const { build } = await import('esbuild');
      await build({
        absWorkingDir: ROOT,
        entryPoints: ['lib/channels/web-chat/widget/main.ts'],
        outfile: 'public/widget.js',
        bundle: true,
        minify: true,
        format: 'iife',
        platform: 'browser',
        target: ['es2020'],
        alias: { '@': ROOT },
        loader: { '.css': 'text' },
        charset: 'utf8',
        legalComments: 'none',
        logLevel: 'silent',
      });
    },
  });
}
