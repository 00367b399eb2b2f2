'use client';

import type { EdgeChange } from '@xyflow/react';
import { useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { EdgeId, FlowDocument, NodeId } from '@/flows/document/flow-document';
import { keepSame } from '../../_editor/keep-same';
import { portsOf } from '../../_editor/ports-of';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import type { LinkEdgeType } from './link-edge';
import { LitContext } from './lit-context';

/** How many uprights stand side by side between two columns before they share a lane again. */
const LANES = 4;

/** The document's links as React Flow's edges; those out of the selected step are lit. */
export function useCanvasEdges() {
  const store = useEditorStore();
  const document = useEditor((editor) => editor.document);
  const selected = useEditor((editor) => editor.selected);
  const selectedLink = useEditor((editor) => editor.selectedLink);
  const [edges, setEdges] = useState<readonly LinkEdgeType[]>(() => edgesOf(document, selected, selectedLink));

  useEffect(() => setEdges((before) => keepSame(before, edgesOf(document, selected, selectedLink))), [document, selected, selectedLink]);

  const onEdgesChange = useCallback(
    (changes: EdgeChange<LinkEdgeType>[]) => {
      const chosen = changes.findLast((change) => change.type === 'select' && change.selected);
      if (chosen?.type === 'select') store.getState().selectLink(chosen.id);
    },
    [store],
  );
  // What is travelled lies over what is not.
  const travelled = useContext(LitContext)?.links;
  const shown = useMemo(() => (travelled ? edges.map((edge) => (travelled.has(edge.id) ? { ...edge, zIndex: 1 } : edge)) : edges), [edges, travelled]);
  return { edges: shown as LinkEdgeType[], onEdgesChange };
}

function edgesOf(document: FlowDocument, selected: NodeId | null, selectedLink: EdgeId | null): LinkEdgeType[] {
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
    selected: id === selectedLink,
    zIndex: from === selected || id === selectedLink ? 1 : 0,
    data: {
      silence: exits.get(id)?.silence ?? false,
      lit: from === selected,
      lanes: { out: exits.get(id)?.lane ?? 0, into: laneInto.get(to) ?? 0 },
    },
  }));
}
