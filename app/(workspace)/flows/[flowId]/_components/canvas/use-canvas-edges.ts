'use client';

import { useContext, useEffect, useMemo, useState } from 'react';
import type { EdgeId, FlowDocument, NodeId } from '@/flows/document/flow-document';
import { keepSame } from '../../_editor/keep-same';
import { portsOf } from '../../_editor/ports-of';
import { useEditor } from '../../_editor/use-editor';
import type { LinkEdgeType } from './link-edge';
import { LitContext } from './lit-context';

/** How many uprights stand side by side between two columns before they share a lane again. */
const LANES = 4;

/** The document's links as React Flow's edges; those out of the selected steps are lit. */
export function useCanvasEdges(): LinkEdgeType[] {
  const document = useEditor((editor) => editor.document);
  const selection = useEditor((editor) => editor.selection);
  const selectedLink = useEditor((editor) => editor.selectedLink);
  const drawn = useMemo(() => edgesOf(document), [document]);
  const [edges, setEdges] = useState<readonly LinkEdgeType[]>(() => lit(drawn, selection, selectedLink));

  useEffect(() => setEdges((before) => keepSame(before, lit(drawn, selection, selectedLink))), [drawn, selection, selectedLink]);

  // What is travelled lies over what is not.
  const travelled = useContext(LitContext)?.links;
  const shown = useMemo(() => (travelled ? edges.map((edge) => (travelled.has(edge.id) ? { ...edge, zIndex: 1 } : edge)) : edges), [edges, travelled]);
  return shown as LinkEdgeType[];
}

/** What a selection changes about the links. */
function lit(edges: readonly LinkEdgeType[], selection: readonly NodeId[], selectedLink: EdgeId | null): LinkEdgeType[] {
  const chosen = new Set(selection);
  return edges.map((edge) => {
    const out = chosen.has(edge.source);
    const selected = edge.id === selectedLink;
    return out || selected ? { ...edge, selected, zIndex: 1, data: { ...FIRST, ...edge.data, lit: out } } : edge;
  });
}

const FIRST = { silence: false, lanes: { out: 0, into: 0 } };

function edgesOf(document: FlowDocument): LinkEdgeType[] {
  const steps = Object.values(document.nodes).sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x);
  const laneInto = new Map(steps.map(({ id }, index) => [id, index % LANES]));
  const exits = new Map<string, { silence: boolean; lane: number }>();
  for (const step of steps) {
    const ports = portsOf(document, step);
    ports.forEach(({ id, kind }, index) => exits.set(`${step.id}/${id}`, { silence: kind === 'silence', lane: (ports.length - 1 - index) % LANES }));
  }
  return Object.entries(document.edges).map(([id, { from, port, to }]) => ({
    id,
    type: 'link',
    source: from,
    sourceHandle: port,
    target: to,
    targetHandle: 'in',
    // A click is answered by the canvas itself: the rubber band is for steps.
    selectable: false,
    selected: false,
    zIndex: 0,
    data: {
      silence: exits.get(id)?.silence ?? false,
      lit: false,
      lanes: { out: exits.get(id)?.lane ?? 0, into: laneInto.get(to) ?? 0 },
    },
  }));
}
