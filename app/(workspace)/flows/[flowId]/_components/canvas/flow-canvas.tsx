'use client';

import { Background, BackgroundVariant, ConnectionLineType, ConnectionMode, MiniMap, ReactFlow, SelectionMode, type Connection, type OnConnectEnd } from '@xyflow/react';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import { GRID } from '../../_editor/free-position';
import { familyOf } from '../../_editor/ui-of';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useWatchPointer } from '../../_editor/use-pointer';
import { BoxesContext } from './boxes-context';
import './canvas.css';
import { CanvasControls } from './canvas-controls';
import { LinkEdge } from './link-edge';
import { StepNode, type StepNodeType } from './step-node';
import { useCanvasEdges } from './use-canvas-edges';
import { useCanvasKeys } from './use-canvas-keys';
import { useCanvasNodes } from './use-canvas-nodes';
import { useOpeningView } from './use-opening-view';
import { usePaletteDrop } from './use-palette-drop';
import { useSeenFocus } from './use-seen-focus';

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { link: LinkEdge };
/** Held while clicking: the step joins the selection, or leaves it. */
const MULTIPLE = ['Shift', 'Meta', 'Control'];

/** The drawn flow: cards, links, minimap and zoom. It opens on the steps of `opensOn`, or on its beginning. */
export function FlowCanvas({ compact = false, opensOn }: { compact?: boolean; opensOn?: readonly NodeId[] }) {
  const t = useTranslations('studio.canvas');
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  const { nodes, boxes, ...changes } = useCanvasNodes();
  const edges = useCanvasEdges();
  const region = useRef<HTMLDivElement>(null);
  const onKeyDown = useCanvasKeys(region);
  const onFocus = useSeenFocus();
  const drop = usePaletteDrop();
  useOpeningView(compact, opensOn);
  useWatchPointer(region);
  const help = useId();

  return (
    <div
      ref={region}
      role="application"
      aria-label={t('label')}
      aria-describedby={help}
      // Takes the keyboard when a card that had it is gone, and after a click beside the cards.
      tabIndex={-1}
      data-canvas
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      className={clsx('studio-canvas relative size-full bg-canvas outline-none', readOnly && 'is-read-only')}
    >
      <p id={help} className="sr-only">{t('help')}</p>
      <BoxesContext.Provider value={boxes}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          {...changes}
          onEdgeClick={(_, { id }) => choose(() => store.getState().selectLink(id))}
          onSelectionEnd={() => choose(() => undefined)}
          onConnect={link}
          onConnectEnd={offerSteps}
          onReconnect={relink}
          isValidConnection={({ source, target }) => canLink(source, target)}
          onPaneClick={() => choose(() => store.getState().select(null))}
          {...drop}
          connectionMode={ConnectionMode.Strict}
          connectionLineType={ConnectionLineType.SmoothStep}
          connectionRadius={24}
          snapToGrid
          snapGrid={[GRID, GRID]}
          minZoom={0.1}
          maxZoom={2}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={readOnly ? null : 'Shift'}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={readOnly ? null : MULTIPLE}
          selectNodesOnDrag={false}
          // On a phone the step's sheet rises from below.
          attributionPosition={compact ? 'top-right' : 'bottom-right'}
        >
          <Background variant={BackgroundVariant.Dots} gap={GRID * 2} size={1.6} />
          {!compact && (
            <MiniMap<StepNodeType>
              position="bottom-left"
              pannable
              ariaLabel={t('minimap')}
              nodeColor={({ id }) => `var(--${familyOf(store.getState().document.nodes[id]?.type ?? '')}-line)`}
              nodeBorderRadius={10}
              style={{ width: 170, height: 107, marginBottom: 64, marginLeft: 12 }}
            />
          )}
          <CanvasControls compact={compact} />
        </ReactFlow>
      </BoxesContext.Provider>
    </div>
  );

  /** A press beside the cards gives the canvas the keyboard: Delete and the rest go on from there. */
  function choose(act: () => void): void {
    act();
    region.current?.focus({ preventScroll: true });
  }

  /** A link let go over a card leads there; over nothing: which step shall it lead to? */
  function offerSteps(...[event, { isValid, fromHandle, toNode }]: Parameters<OnConnectEnd>): void {
    if (isValid !== null || toNode || fromHandle?.type !== 'source' || !fromHandle.id) return;
    const { clientX: x, clientY: y } = 'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
    const card = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-step]')?.dataset['step'];
    if (card !== undefined && card !== fromHandle.nodeId && canLink(fromHandle.nodeId, card)) link({ source: fromHandle.nodeId, sourceHandle: fromHandle.id, target: card, targetHandle: 'in' });
    else if (card === undefined) store.getState().open({ kind: 'quick-add', at: { x, y }, from: { node: fromHandle.nodeId, port: fromHandle.id } });
  }

  function link({ source, sourceHandle, target }: Connection): void {
    if (sourceHandle) store.getState().apply({ kind: 'edge.set', from: source, port: sourceHandle, to: target });
  }

  function relink(old: { source: string; sourceHandle?: string | null }, next: Connection): void {
    if (old.source === next.source && old.sourceHandle === next.sourceHandle) return link(next);
    if (!old.sourceHandle || !next.sourceHandle) return;
    store.getState().apply({
      kind: 'batch',
      operations: [
        { kind: 'edge.set', from: old.source, port: old.sourceHandle, to: null },
        { kind: 'edge.set', from: next.source, port: next.sourceHandle, to: next.target },
      ],
    });
  }

  function canLink(source: string, target: string): boolean {
    const { nodes: steps } = store.getState().document;
    return steps[source] !== undefined && steps[target] !== undefined && steps[target].type !== 'start';
  }
}
