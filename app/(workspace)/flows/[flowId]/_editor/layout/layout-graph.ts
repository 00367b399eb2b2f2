import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api';
import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import type { Size } from '../align-steps';
import { portsOf } from '../ports-of';
import { readingOrder } from '../reading-order';

const PORT_ROW = 26;
const IN_HANDLE = 18;

/** From left to right in layers. Reading order is kept wherever links leave a choice, so that the same flow looks the same each time. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.randomSeed': '1',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '42',
  'elk.spacing.edgeNode': '28',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.componentComponent': '84',
  'elk.layered.spacing.nodeNodeBetweenLayers': '98',
  'elk.layered.spacing.edgeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};

/** The steps and the links between them as ELK lays them out: ports stay in their order at the right edge. */
export function layoutGraph(document: FlowDocument, ids: readonly NodeId[], sizeOf: (id: NodeId) => Size): ElkNode {
  const wanted = new Set(ids);
  const children: ElkNode[] = [];
  const edges: ElkExtendedEdge[] = [];
  for (const id of readingOrder(document)) {
    const node = document.nodes[id];
    if (!node || !wanted.has(id)) continue;
    const { width, height } = sizeOf(id);
    const ports = portsOf(document, node);
    const inHandle = Math.min(IN_HANDLE, height / 2);
    children.push({
      id,
      width,
      height,
      ports: [
        port(`${id} in`, 'WEST', 0, inHandle),
        // As if the first way out stood level with the way in: a straight line of cards has its heads in one row.
        ...ports.map((each, index) => port(`${id}/${each.id}`, 'EAST', width, Math.min(height, inHandle + index * PORT_ROW))),
      ],
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    });
    for (const each of ports) {
      const to = document.edges[`${id}/${each.id}`]?.to;
      // A step that leads to itself is drawn around it, wherever it stands.
      if (to !== undefined && to !== id && wanted.has(to)) edges.push({ id: `${id}/${each.id}`, sources: [`${id}/${each.id}`], targets: [`${to} in`] });
    }
  }
  return { id: 'flow', layoutOptions: OPTIONS, children, edges };
}

function port(id: string, side: 'WEST' | 'EAST', x: number, y: number): ElkPort {
  return { id, x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}
