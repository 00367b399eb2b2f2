import { buildStep } from './build-step.mjs';
import { runNode } from './run-node.mjs';

/** The database client from prisma/schema.prisma. Nothing is downloaded. */
export function generateClient(say) {
  return buildStep({
    name: 'client',
    inputs: { paths: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'] },
    outputs: ['lib/store/prisma/generated/client.ts'],
    before: () => say('client'),
    run: () =>
      runNode('prisma', ['generate', '--no-hints'], {
        // Generating needs no engine, but the command insists on one that exists: this Node is a file that does.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
  });
}
