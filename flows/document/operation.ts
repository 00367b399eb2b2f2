import { z } from 'zod';
import { flowNodeSchema, nodeIdSchema, portIdSchema, positionSchema } from './flow-document';
import { jsonSchema } from './json';
import { triggerSchema } from './trigger';

/** Steps from a node to a value inside it: `['data', 'options', 0, 'label', 'fr']`. */
const nodePathSchema = z.array(z.union([z.string().max(200), z.number().int().min(0).max(10_000)])).min(1).max(20);

const simpleOperationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('node.add'), node: flowNodeSchema }),
  /** Links that touch the node go with it. */
  z.strictObject({ kind: z.literal('node.remove'), id: nodeIdSchema }),
  z.strictObject({ kind: z.literal('node.move'), id: nodeIdSchema, position: positionSchema }),
  /** Writes `value` at `path`, which starts with `title` or `data`; without a value, removes what is there. */
  z.strictObject({ kind: z.literal('node.set'), id: nodeIdSchema, path: nodePathSchema, value: jsonSchema.optional() }),
  /** Links a port; `null` unlinks it. */
  z.strictObject({ kind: z.literal('edge.set'), from: nodeIdSchema, port: portIdSchema, to: nodeIdSchema.nullable() }),
  /** `variables` is always written whole. */
  z.strictObject({ kind: z.literal('document.set'), path: z.enum(['name', 'languages', 'variables']), value: jsonSchema }),
  /** At this place of the list; without one, or beyond it, at its end. */
  z.strictObject({ kind: z.literal('trigger.add'), trigger: triggerSchema, at: z.number().int().min(0).max(1000).optional() }),
  /** Puts a trigger in the place of the one with its id. */
  z.strictObject({ kind: z.literal('trigger.change'), trigger: triggerSchema }),
  z.strictObject({ kind: z.literal('trigger.remove'), id: z.string().min(1).max(40) }),
]);

/** One change of a document. A batch is all or nothing, and holds no other batch. */
export const operationSchema = z.union([
  simpleOperationSchema,
  z.strictObject({ kind: z.literal('batch'), operations: z.array(simpleOperationSchema).max(50_000) }),
]);

export type SimpleOperation = z.infer<typeof simpleOperationSchema>;
export type Operation = z.infer<typeof operationSchema>;
