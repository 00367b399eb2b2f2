import { z } from 'zod';
import { MOST_EDGES, MOST_NODES } from './document-limits';
import { type FlowDocument, type FlowEdge, type FlowNode, edgeId, flowDocumentSchema } from './flow-document';
import type { Json } from './json';
import { jsonObjectSchema } from './json';
import { localizedTextSchema } from './localized-text';
import type { Operation, SimpleOperation } from './operation';
import { setIn } from './set-in';
import { MOST_TRIGGERS, type Trigger } from './trigger';

export { type Operation, operationSchema } from './operation';

export const OPERATION_FAULTS = ['node-exists', 'node-missing', 'too-many-nodes', 'path-missing', 'value-refused', 'trigger-exists', 'trigger-missing'] as const;
export type OperationFault = (typeof OPERATION_FAULTS)[number];

export type Applied =
  | { ok: true; document: FlowDocument; inverse: Operation }
  /** `message` is technical English for a log. */
  | { ok: false; code: OperationFault; message: string };

/**
 * Applies one operation: a new document that shares everything unchanged with the old one, and the operation that
 * undoes it. The document stays one that parses. Never throws on an operation that parses.
 */
export function applyOperation(document: FlowDocument, operation: Operation): Applied {
  return operation.kind === 'batch' ? applyBatch(document, operation.operations) : applySimple(document, operation);
}

function applyBatch(document: FlowDocument, operations: readonly SimpleOperation[]): Applied {
  let current = document;
  const inverses: SimpleOperation[][] = [];
  for (const operation of operations) {
    const applied = applySimple(current, operation);
    if (!applied.ok) return applied;
    current = applied.document;
    inverses.push(applied.inverse.kind === 'batch' ? applied.inverse.operations : [applied.inverse]);
  }
  return { ok: true, document: current, inverse: { kind: 'batch', operations: inverses.reverse().flat() } };
}

function applySimple(document: FlowDocument, operation: SimpleOperation): Applied {
  switch (operation.kind) {
    case 'node.add':
      return addNode(document, operation.node);
    case 'node.remove':
      return removeNode(document, operation.id);
    case 'node.move':
      return withNode(document, operation.id, (node) => ({
        ok: true,
        document: putNode(document, { ...node, position: operation.position }),
        inverse: { ...operation, position: node.position },
      }));
    case 'node.set':
      return withNode(document, operation.id, (node) => setInNode(document, node, operation));
    case 'edge.set':
      return setEdge(document, operation);
    case 'document.set':
      return setInDocument(document, operation);
    case 'trigger.add':
      return addTrigger(document, operation.trigger, operation.at ?? document.triggers.length);
    case 'trigger.change':
      return withTrigger(document, operation.trigger.id, (before) => ({
        ok: true,
        document: { ...document, triggers: document.triggers.map((each) => (each === before ? operation.trigger : each)) },
        inverse: { kind: 'trigger.change', trigger: before },
      }));
    case 'trigger.remove':
      return withTrigger(document, operation.id, (before) => ({
        ok: true,
        document: { ...document, triggers: document.triggers.filter((each) => each !== before) },
        inverse: { kind: 'trigger.add', trigger: before, at: document.triggers.indexOf(before) },
      }));
  }
}

function addNode(document: FlowDocument, node: FlowNode): Applied {
  if (Object.hasOwn(document.nodes, node.id)) return fault('node-exists', `there is a step "${node.id}" already`);
  if (Object.keys(document.nodes).length >= MOST_NODES) return fault('too-many-nodes', `a flow has at most ${MOST_NODES} steps`);
  return { ok: true, document: putNode(document, node), inverse: { kind: 'node.remove', id: node.id } };
}

function removeNode(document: FlowDocument, id: string): Applied {
  return withNode(document, id, (node) => {
    const touching = Object.values(document.edges).filter((edge) => edge.from === id || edge.to === id);
    const gone = new Set(touching.map((edge) => edgeId(edge.from, edge.port)));
    const next: FlowDocument = {
      ...document,
      nodes: without(document.nodes, id),
      edges: gone.size === 0 ? document.edges : Object.fromEntries(Object.entries(document.edges).filter(([key]) => !gone.has(key))),
    };
    const restore: SimpleOperation[] = [{ kind: 'node.add', node }, ...touching.map((edge) => ({ kind: 'edge.set' as const, ...edge }))];
    return { ok: true, document: next, inverse: restore.length === 1 ? { kind: 'node.add', node } : { kind: 'batch', operations: restore } };
  });
}

function setInNode(document: FlowDocument, node: FlowNode, operation: Extract<SimpleOperation, { kind: 'node.set' }>): Applied {
  const { id, path, value } = operation;
  const [section, ...rest] = path;
  if (section !== 'title' && section !== 'data') return fault('path-missing', 'a path starts with "title" or "data"');
  const written = setIn(node[section], rest, value);
  if (!written.ok) return fault('path-missing', `nothing can be written at "${path.join('.')}" of step "${id}"`);
  const schema = section === 'title' ? localizedTextSchema : jsonObjectSchema;
  const root = schema.safeParse(written.root);
  if (!root.success) return fault('value-refused', `"${path.join('.')}" of step "${id}": ${z.prettifyError(root.error)}`);
  const inverse: Operation = written.before.found ? { kind: 'node.set', id, path, value: written.before.value } : { kind: 'node.set', id, path };
  // The value that was written, not zod's copy of it: what did not change stays the same object.
  return { ok: true, document: putNode(document, { ...node, [section]: written.root }), inverse };
}

function setEdge(document: FlowDocument, { from, port, to }: Extract<SimpleOperation, { kind: 'edge.set' }>): Applied {
  const key = edgeId(from, port);
  for (const end of to === null ? [from] : [from, to]) {
    if (!Object.hasOwn(document.nodes, end)) return fault('node-missing', `there is no step "${end}"`);
  }
  const before: FlowEdge | undefined = Object.hasOwn(document.edges, key) ? document.edges[key] : undefined;
  if (to !== null && !before && Object.keys(document.edges).length >= MOST_EDGES) return fault('too-many-nodes', `a flow has at most ${MOST_EDGES} links`);
  const edges = to === null ? (before ? without(document.edges, key) : document.edges) : { ...document.edges, [key]: { from, port, to } };
  return { ok: true, document: { ...document, edges }, inverse: { kind: 'edge.set', from, port, to: before?.to ?? null } };
}

function setInDocument(document: FlowDocument, { path, value }: Extract<SimpleOperation, { kind: 'document.set' }>): Applied {
  const checked = flowDocumentSchema.shape[path].safeParse(value);
  if (!checked.success) return fault('value-refused', `"${path}": ${z.prettifyError(checked.error)}`);
  const before: Json = document[path];
  return { ok: true, document: { ...document, [path]: checked.data }, inverse: { kind: 'document.set', path, value: before } };
}

function addTrigger(document: FlowDocument, trigger: Trigger, at: number): Applied {
  const { triggers } = document;
  if (triggers.some(({ id }) => id === trigger.id)) return fault('trigger-exists', `there is a trigger "${trigger.id}" already`);
  if (triggers.length >= MOST_TRIGGERS) return fault('value-refused', `a flow has at most ${MOST_TRIGGERS} triggers`);
  return { ok: true, document: { ...document, triggers: [...triggers.slice(0, at), trigger, ...triggers.slice(at)] }, inverse: { kind: 'trigger.remove', id: trigger.id } };
}

function withTrigger(document: FlowDocument, id: string, change: (trigger: Trigger) => Applied): Applied {
  const trigger = document.triggers.find((each) => each.id === id);
  return trigger ? change(trigger) : fault('trigger-missing', `there is no trigger "${id}"`);
}

function withNode(document: FlowDocument, id: string, change: (node: FlowNode) => Applied): Applied {
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id] : undefined;
  return node ? change(node) : fault('node-missing', `there is no step "${id}"`);
}

function putNode(document: FlowDocument, node: FlowNode): FlowDocument {
  return { ...document, nodes: { ...document.nodes, [node.id]: node } };
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _removed, ...others } = record;
  return others;
}

function fault(code: OperationFault, message: string): Applied {
  return { ok: false, code, message };
}
