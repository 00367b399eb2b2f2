import { z } from 'zod';
import type { NodeId } from '@/flows/document/flow-document';
import type { Port } from '../define-node';
import { authorOptionSchema } from './option-schema';

/** Buttons beside a question that lead out of it, such as "I don't have it". */
export const exitsSchema = z
  .array(authorOptionSchema)
  .max(4)
  .refine((exits) => new Set(exits.map(({ id }) => id)).size === exits.length, 'two exits have the same id')
  .meta({ field: 'options' });
export type Exits = z.infer<typeof exitsSchema>;

export function exitPorts(exits: Exits): Port[] {
  return exits.map(({ id, label }) => ({ id: `exit:${id}`, kind: 'exit', required: true, label: { text: label } }));
}

/** The exits as options of a question: value of the button, port, and place in the data. */
export function exitOptions(node: NodeId, exits: Exits) {
  return exits.map((exit, index) => ({ ...exit, port: `exit:${exit.id}`, value: `${node}:exit-${exit.id}`, path: ['exits', index, 'label'] }));
}
