'use client';

import { applyNodeChanges, type NodeChange, type OnNodeDrag } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FlowDocument } from '@/flows/document/flow-document';
import { snap } from '../../_editor/free-position';
import { readingOrder } from '../../_editor/reading-order';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import type { StepNodeType } from './step-node';

/** The document's steps as React Flow's nodes. Dragging moves them here; letting go writes one `node.move`. */
export function useCanvasNodes() {
  const store = useEditorStore();
  const document = useEditor((editor) => editor.document);
  const selected = useEditor((editor) => editor.selected);
  const [nodes, setNodes] = useState<StepNodeType[]>(() => synced([], document, selected));

  useEffect(() => setNodes((before) => synced(before, document, selected)), [document, selected]);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNodeType>[]) => {
      const chosen = changes.findLast((change) => change.type === 'select' && change.selected);
      if (chosen?.type === 'select') store.getState().select(chosen.id);
      setNodes((before) => applyNodeChanges(changes.filter(({ type }) => type === 'position' || type === 'dimensions'), before));
    },
    [store],
  );

  const onNodeDragStop = useCallback<OnNodeDrag<StepNodeType>>(
    (_, { id, position }) => {
      const to = { x: snap(position.x), y: snap(position.y) };
      const from = store.getState().document.nodes[id]?.position;
      if (from && (from.x !== to.x || from.y !== to.y)) store.getState().apply({ kind: 'node.move', id, position: to });
    },
    [store],
  );

  const boxes = useMemo(
    () => nodes.map(({ position, measured }) => ({ ...position, width: measured?.width ?? 224, height: measured?.height ?? 160 })),
    [nodes],
  );
  return { nodes, boxes, onNodesChange, onNodeDragStop };
}

function synced(before: StepNodeType[], document: FlowDocument, selected: string | null): StepNodeType[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const order = readingOrder(document);
  const next = order.flatMap((id, index) => {
    const step = document.nodes[id];
    if (!step) return [];
    const old = known.get(id);
    const data = old && old.data.index === index + 1 && old.data.total === order.length ? old.data : { index: index + 1, total: order.length };
    const fresh = { position: step.position, selected: id === selected, data, zIndex: id === selected ? 1 : 0 };
    if (!old) return [{ id, type: 'step' as const, ...fresh }];
    const position = old.dragging ? old.position : step.position;
    const same = old.position.x === position.x && old.position.y === position.y && old.selected === fresh.selected && old.data === data;
    return [same ? old : { ...old, ...fresh, position }];
  });
  return next.length === before.length && next.every((node, index) => node === before[index]) ? before : next;
}
