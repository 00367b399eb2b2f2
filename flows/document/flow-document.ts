import { z } from 'zod';
import { jsonObjectSchema } from './json';
import { localeSchema, localizedTextSchema } from './localized-text';
import { triggersSchema } from './trigger';
import { MOST_VARIABLES, variableSchema } from './variable';

/** The newest format this program reads and the only one it writes. */
export const FORMAT = 1;

const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'letters, digits, - and _, at most 40');
export const nodeIdSchema = idSchema;
export const portIdSchema = z.string().regex(/^[a-z][a-z0-9-]*(:[A-Za-z0-9_-]{1,40})?$/);
export type NodeId = string;
export type PortId = string;
/** `<node>/<port>`: a port has at most one link, so its address names the link. */
export type EdgeId = string;

export const positionSchema = z.strictObject({ x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) });
export type Position = z.infer<typeof positionSchema>;

/** A step. `data` belongs to the node type, whose own schema checks it; `version` is the type's version it was written for. */
export const flowNodeSchema = z.strictObject({
  id: nodeIdSchema,
  type: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().min(1),
  title: localizedTextSchema,
  position: positionSchema,
  data: jsonObjectSchema,
});
export type FlowNode = z.infer<typeof flowNodeSchema>;

export const flowEdgeSchema = z.strictObject({ from: nodeIdSchema, port: portIdSchema, to: nodeIdSchema });
export type FlowEdge = z.infer<typeof flowEdgeSchema>;

/**
 * A drawn conversation. `languages[0]` is the default. `triggers` are what begins it besides a customer who writes.
 * `listeners` is a section of format 1 that nothing may fill yet: it stands so that files written today need no
 * migration tomorrow. Two variables of one name are the compiler's to report, not the parser's: a list being edited is
 * still a document.
 */
export const flowDocumentSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    name: z.string().min(1).max(120),
    languages: z.array(localeSchema).min(1).max(20),
    triggers: triggersSchema,
    listeners: z.array(z.never()).max(0),
    variables: z.array(variableSchema).max(MOST_VARIABLES),
    nodes: z.record(nodeIdSchema, flowNodeSchema),
    edges: z.record(z.string(), flowEdgeSchema),
  })
  .superRefine((document, context) => {
    for (const [id, node] of Object.entries(document.nodes)) {
      if (node.id !== id) context.addIssue({ code: 'custom', path: ['nodes', id, 'id'], message: `must be "${id}", its key` });
    }
    for (const [id, edge] of Object.entries(document.edges)) {
      if (edgeId(edge.from, edge.port) !== id) context.addIssue({ code: 'custom', path: ['edges', id], message: 'key must be <from>/<port>' });
      for (const end of ['from', 'to'] as const) {
        if (!document.nodes[edge[end]]) context.addIssue({ code: 'custom', path: ['edges', id, end], message: `no step "${edge[end]}"` });
      }
    }
  });
export type FlowDocument = z.infer<typeof flowDocumentSchema>;

export function edgeId(from: NodeId, port: PortId): EdgeId {
  return `${from}/${port}`;
}

/** A document with nothing in it but its name and languages. */
export function emptyDocument(name: string, languages: readonly string[]): FlowDocument {
  return { format: FORMAT, name, languages: [...languages], triggers: [], listeners: [], variables: [], nodes: {}, edges: {} };
}
