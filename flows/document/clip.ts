import { z } from 'zod';
import { FORMAT, flowEdgeSchema, flowNodeSchema, type FlowDocument, type NodeId } from './flow-document';
import { MOST_EDGES, MOST_NODES } from './document-limits';
import { MOST_VARIABLES, variableSchema } from './variable';

/** Steps on their way from one flow to another, or to the same: the JSON text that a clipboard holds. */
export const clipSchema = z.strictObject({
  /** Tells our text from any other. */
  relais: z.literal('steps'),
  format: z.literal(FORMAT),
  nodes: z.array(flowNodeSchema).min(1).max(MOST_NODES),
  /** Only links between the steps of the clip. */
  edges: z.array(flowEdgeSchema).max(MOST_EDGES),
  /** Those the steps name, for a flow that lacks them. */
  variables: z.array(variableSchema).max(MOST_VARIABLES),
});
export type Clip = z.infer<typeof clipSchema>;

/** The steps, the links between them and the variables they name; null when none of the steps is there. */
export function clipSteps(document: FlowDocument, ids: readonly NodeId[], named: ReadonlySet<string>): Clip | null {
  const nodes = ids.flatMap((id) => (Object.hasOwn(document.nodes, id) ? (document.nodes[id] ?? []) : []));
  if (nodes.length === 0) return null;
  const inside = new Set(nodes.map(({ id }) => id));
  return {
    relais: 'steps',
    format: FORMAT,
    nodes,
    edges: Object.values(document.edges).filter(({ from, to }) => inside.has(from) && inside.has(to)),
    variables: document.variables.filter(({ name }) => named.has(name)),
  };
}

/** The clip a text holds; null for any other text. */
export function readClip(text: string): Clip | null {
  // Anything may lie on a clipboard: a long text that is not ours is not worth reading.
  if (!/^\s*\{/.test(text) || !text.slice(0, 200).includes('"relais"')) return null;
  try {
    const parsed = clipSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
