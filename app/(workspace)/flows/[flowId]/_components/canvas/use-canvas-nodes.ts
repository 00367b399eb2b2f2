'use client';

import { applyNodeChanges, type NodeChange, type OnNodeDrag, type SelectionDragHandler } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FlowDocument, NodeId } from '@/flows/document/flow-document';
import { snap } from '../../_editor/free-position';
import { keepSame } from '../../_editor/keep-same';
import { moveSteps } from '../../_editor/move-steps';
import { readingOrder } from '../../_editor/reading-order';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { glide } from './glide';
import type { StepNodeType } from './step-node';

/** The document's steps as React Flow's nodes. Dragging moves them here; letting go writes one act. */
export function useCanvasNodes() {
  const store = useEditorStore();
  const document = useEditor((editor) => editor.document);
  const selection = useEditor((editor) => editor.selection);
  const glides = useEditor((editor) => editor.glides);
  const [nodes, setNodes] = useState<StepNodeType[]>(() => synced([], document, selection));
  const glided = useRef(glides);

  useEffect(() => {
    if (glided.current === glides) return setNodes((before) => synced(before, document, selection));
    glided.current = glides;
    return glide(setNodes, (before) => synced(before, document, selection));
  }, [document, selection, glides]);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNodeType>[]) => {
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const next = new Set(store.getState().selection);
        for (const { id, selected } of chosen) {
          if (selected) next.add(id);
          else next.delete(id);
        }
        // A selected link is let go of only by choosing something else.
        if (next.size > 0 || store.getState().selectedLink === null) store.getState().selectMany([...next]);
      }
      setNodes((before) => applyNodeChanges(changes.filter(({ type }) => type === 'position' || type === 'dimensions'), before));
    },
    [store],
  );

  const dropped = useCallback(
    (moved: readonly StepNodeType[]) => moveSteps(store, moved.map(({ id, position }) => ({ id, position: { x: snap(position.x), y: snap(position.y) } }))),
    [store],
  );
  const onNodeDragStop = useCallback<OnNodeDrag<StepNodeType>>((_, __, moved) => void dropped(moved), [dropped]);
  const onSelectionDragStop = useCallback<SelectionDragHandler<StepNodeType>>((_, moved) => void dropped(moved), [dropped]);

  const boxes = useBoxes(nodes);
  return { nodes, boxes, onNodesChange, onNodeDragStop, onSelectionDragStop };
}

/** Where the cards stand. The list stays the same while none has moved: links are not drawn again for a selection. */
function useBoxes(nodes: readonly StepNodeType[]) {
  const known = useRef<readonly { id: string; x: number; y: number; width: number; height: number }[]>([]);
  return useMemo(() => {
    const next = nodes.map(({ id, position, measured }) => ({ id, ...position, width: measured?.width ?? 224, height: measured?.height ?? 160 }));
    known.current = keepSame(known.current, next);
    return known.current;
  }, [nodes]);
}

function synced(before: StepNodeType[], document: FlowDocument, selection: readonly NodeId[]): StepNodeType[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const chosen = new Set(selection);
  const order = readingOrder(document);
  const next = order.flatMap((id, index) => {
    const step = document.nodes[id];
    if (!step) return [];
    const old = known.get(id);
    const data = old && old.data.index === index + 1 && old.data.total === order.length ? old.data : { index: index + 1, total: order.length };
    const fresh = { position: step.position, selected: chosen.has(id), data, zIndex: chosen.has(id) ? 1 : 0 };
    if (!old) return [{ id, type: 'step' as const, ...fresh }];
    const position = old.dragging ? old.position : step.position;
    const same = old.position.x === position.x && old.position.y === position.y && old.selected === fresh.selected && old.data === data;
    return [same ? old : { ...old, ...fresh, position }];
  });
  return next.length === before.length && next.every((node, index) => node === before[index]) ? before : next;
}
