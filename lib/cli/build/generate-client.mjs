import { buildStep } from './build-step.mjs';
import { runNode } from './run-node.mjs';

const SCHEMAS = ['prisma/schema.prisma', 'prisma/postgres/schema.prisma'];

/** The database clients, from prisma/schema.prisma and what is derived from it for PostgreSQL. Nothing is downloaded. */
export function generateClient(say) {
  return buildStep({
    name: 'client',
    inputs: { paths: [...SCHEMAS, 'prisma.config.ts', 'package-lock.json'] },
    outputs: ['lib/store/prisma/generated/client.ts', 'lib/store/postgres/generated/client.ts'],
    before: () => say('client'),
    async run() {
      for (const schema of SCHEMAS) await generate(schema);
    },
  });
}

function generate(schema) {
  return runNode('prisma', ['generate', '--no-hints', '--schema', schema], {
    // Generating needs no engine, but the command insists on one that exists: this Node is a file that does.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  });
}
