import { z } from 'zod';
import { durationSchema, durationToMs } from '@/flows/document/duration';
import { defineNode, type StateFragment } from '../define-node';

const dataSchema = z.strictObject({
  for: durationSchema,
  /** Whether the flow goes on when the customer writes meanwhile. */
  heard: z.boolean().meta({ field: 'boolean' }),
});

/** Rests for a time. What the customer writes meanwhile ends the rest by a port of its own, or is kept and not answered. */
export const waitNode = defineNode({
  type: 'wait',
  version: 1,
  family: 'time',
  data: dataSchema,
  defaults: () => ({ for: 'PT1H', heard: false }),
  ports: (data) => [
    { id: 'next', kind: 'silence', required: true, label: { key: 'next' }, after: data.for },
    ...(data.heard ? [{ id: 'customer-writes', kind: 'exit' as const, required: true, label: { key: 'customer-writes' } }] : []),
  ],
  refs: () => [],
  migrations: [],
  compile: ({ data }): StateFragment => ({
    entry: { do: [], then: { wait: 'rest' } },
    waits: {
      rest: {
        for: data.heard ? 'customer' : 'effect',
        on: { ...(data.heard && { 'message.received': { do: [], then: { exit: 'customer-writes', reason: 'wrote' } } }) },
        after: [{ ms: durationToMs(data.for) ?? 1000, plan: { do: [], then: { exit: 'next', reason: 'waited' } } }],
      },
    },
  }),
});
