import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import { portsOf } from './ports-of';

/** Every step once, as a reader would meet them: from the entry along the links, then what nothing leads to. */
export function readingOrder(document: FlowDocument): NodeId[] {
  const seen = new Set<NodeId>();
  const nodes = Object.values(document.nodes);
  const isEntry = (type: string) => defaultRegistry.get(type)?.entry === true;
  const roots = [...nodes].sort(
    (a, b) => Number(isEntry(b.type)) - Number(isEntry(a.type)) || a.position.x - b.position.x || a.position.y - b.position.y,
  );
  for (const root of roots) {
    const waiting = [root.id];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const node = document.nodes[id];
      if (!node || seen.has(id)) continue;
      seen.add(id);
      for (const port of portsOf(document, node)) {
        const to = document.edges[`${id}/${port.id}`]?.to;
        if (to !== undefined && !seen.has(to)) waiting.push(to);
      }
    }
  }
  return [...seen];
}
