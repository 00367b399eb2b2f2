import type { FlowDocument } from '@/flows/document/flow-document';
import { edgeId } from '@/flows/document/flow-document';
import type { Operation } from '@/flows/document/operations';

/**
 * Names the one place an operation writes, so that two operations on the same place can be told:
 * the later replaces the earlier. A batch or an addition or removal has no such place.
 */
export function operationTarget(operation: Operation): string | null {
  switch (operation.kind) {
    case 'node.set':
      return `set ${operation.id} ${JSON.stringify(operation.path)}`;
    case 'node.move':
      return `move ${operation.id}`;
    case 'edge.set':
      return `edge ${edgeId(operation.from, operation.port)}`;
    case 'document.set':
      return `document ${operation.path}`;
    case 'trigger.change':
      return `trigger ${operation.trigger.id}`;
    default:
      return null;
  }
}

/** What stands now at the place an operation writes; undefined where nothing does. */
export function valueAt(document: FlowDocument, operation: Operation): unknown {
  switch (operation.kind) {
    case 'node.set':
      return walk(document.nodes[operation.id], operation.path);
    case 'node.move':
      return document.nodes[operation.id]?.position;
    case 'node.add':
      return document.nodes[operation.node.id];
    case 'node.remove':
      return document.nodes[operation.id];
    case 'edge.set':
      return document.edges[edgeId(operation.from, operation.port)]?.to;
    case 'document.set':
      return document[operation.path];
    case 'trigger.add':
    case 'trigger.change':
      return document.triggers.find(({ id }) => id === operation.trigger.id);
    case 'trigger.remove':
      return document.triggers.find(({ id }) => id === operation.id);
    case 'batch':
      return undefined;
  }
}

function walk(start: unknown, path: readonly (string | number)[]): unknown {
  let value = start;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
