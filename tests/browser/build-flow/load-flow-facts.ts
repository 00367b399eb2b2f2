import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type * as flowFacts from './flow-facts';

export type FlowFacts = typeof flowFacts;

/** The step types, the compiler and the simulator, bundled as the program bundles them: in `dist`, where packages are found. */
export async function loadFlowFacts(): Promise<FlowFacts> {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const outfile = join(here, '..', '..', '..', 'dist', 'tests', 'flow-facts.mjs');
  await build({ entryPoints: [join(here, 'flow-facts.ts')], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'error' });
  return (await import(pathToFileURL(outfile).href)) as FlowFacts;
}
