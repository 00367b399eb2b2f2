import { buildStep } from './build-step.mjs';
import { ROOT } from './root.mjs';

export const WIDGET_INPUTS = {
  paths: ['lib/channels/web-chat/widget', 'lib/i18n/messages/en/widget.json', 'lib/i18n/messages/fr/widget.json', 'lib/cli/build/build-widget.mjs', 'package-lock.json'],
};

/** The web-chat widget: one script for other people's pages. */
export function buildWidget(say) {
  return buildStep({
    name: 'widget',
    inputs: WIDGET_INPUTS,
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
