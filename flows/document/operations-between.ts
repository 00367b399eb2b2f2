import { canonicalJson } from './canonical-json';
import { edgeId, type FlowDocument } from './flow-document';
import type { Json } from './json';
import type { Operation, SimpleOperation } from './operation';
import type { Trigger } from './trigger';

/** One batch that turns `from` into `to`, so that a whole document can be put in place of another and taken back; null when they are equal. */
export function operationsBetween(from: FlowDocument, to: FlowDocument): Operation | null {
  const operations: SimpleOperation[] = [];
  const removed = new Set<string>();
  for (const [id, node] of Object.entries(from.nodes)) {
    const next = to.nodes[id];
    // A step's type and version cannot be written: it goes and comes back.
    if (next && next.type === node.type && next.version === node.version) continue;
    removed.add(id);
    operations.push({ kind: 'node.remove', id });
  }
  for (const [id, node] of Object.entries(to.nodes)) {
    const before = removed.has(id) ? undefined : from.nodes[id];
    if (!before) {
      operations.push({ kind: 'node.add', node });
      continue;
    }
    if (differ(before.title, node.title)) operations.push({ kind: 'node.set', id, path: ['title'], value: node.title });
    if (differ(before.data, node.data)) operations.push({ kind: 'node.set', id, path: ['data'], value: node.data });
    if (differ(before.position, node.position)) operations.push({ kind: 'node.move', id, position: node.position });
  }
  const standing = Object.values(from.edges).filter((edge) => !removed.has(edge.from) && !removed.has(edge.to));
  for (const { from: node, port } of standing) if (!to.edges[edgeId(node, port)]) operations.push({ kind: 'edge.set', from: node, port, to: null });
  const targets = new Map(standing.map((edge) => [edgeId(edge.from, edge.port), edge.to]));
  for (const edge of Object.values(to.edges)) if (targets.get(edgeId(edge.from, edge.port)) !== edge.to) operations.push({ kind: 'edge.set', ...edge });
  for (const path of ['name', 'languages', 'variables'] as const) if (differ(from[path], to[path])) operations.push({ kind: 'document.set', path, value: to[path] });
  operations.push(...triggersBetween(from.triggers, to.triggers));
  return operations.length === 0 ? null : { kind: 'batch', operations };
}

/** Those that stay in their order are changed in place; the others go, and come at their new places. */
function triggersBetween(from: readonly Trigger[], to: readonly Trigger[]): SimpleOperation[] {
  const staying = from.filter(({ id }) => to.some((each) => each.id === id));
  const ordered = to.filter(({ id }) => staying.some((each) => each.id === id)).every(({ id }, index) => staying[index]?.id === id);
  const kept = new Map((ordered ? staying : []).map((trigger) => [trigger.id, trigger]));
  return [
    ...from.filter(({ id }) => !kept.has(id)).map(({ id }): SimpleOperation => ({ kind: 'trigger.remove', id })),
    ...to.flatMap((trigger, at): SimpleOperation[] => {
      const before = kept.get(trigger.id);
      if (!before) return [{ kind: 'trigger.add', trigger, at }];
      return differ(before, trigger) ? [{ kind: 'trigger.change', trigger }] : [];
    }),
  ];
}

function differ(a: Json, b: Json): boolean {
  return canonicalJson(a) !== canonicalJson(b);
}
