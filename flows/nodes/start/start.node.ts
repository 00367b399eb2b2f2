import { z } from 'zod';
import { defineNode } from '../define-node';

const dataSchema = z.strictObject({});

/** Where a conversation begins. The customer's first message has come by then: no step after it consumes it. */
export const startNode = defineNode({
  type: 'start',
  version: 1,
  // The two ends of the line share one look.
  family: 'finish',
  data: dataSchema,
  entry: true,
  defaults: () => ({}),
  ports: () => [{ id: 'next', kind: 'exit', required: true, label: { key: 'next' } }],
  refs: () => [],
  migrations: [],
  compile: () => ({ entry: { do: [], then: { exit: 'next', reason: 'started' } }, waits: {} }),
});
