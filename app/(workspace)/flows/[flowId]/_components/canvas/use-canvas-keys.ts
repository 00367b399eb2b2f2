'use client';

import type { KeyboardEvent, RefObject } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import { singleKeysOn } from '../../../../../_shell/single-keys';
import { GRID } from '../../_editor/free-position';
import { moveSteps } from '../../_editor/move-steps';
import { neighbour, type Direction } from '../../_editor/neighbour';
import { portsOf } from '../../_editor/ports-of';
import { readingOrder } from '../../_editor/reading-order';
import { removeSelection } from '../../_editor/remove-selection';
import { useEditorStore } from '../../_editor/use-editor';
import { useStudio } from '../../_editor/use-studio';

const DIRECTIONS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const BY: Record<Direction, { x: number; y: number }> = { left: { x: -GRID, y: 0 }, right: { x: GRID, y: 0 }, up: { x: 0, y: -GRID }, down: { x: 0, y: GRID } };

/** The canvas by keyboard: arrows follow the links, Shift extends, Alt moves, Enter edits, C links, Delete removes, Escape lets go. */
export function useCanvasKeys(region: RefObject<HTMLDivElement | null>): (event: KeyboardEvent<HTMLDivElement>) => void {
  const store = useEditorStore();
  const { focusInspector, focusCard } = useStudio();

  return (event) => {
    const from = event.target as HTMLElement;
    if (from.closest('input, textarea, [role="radiogroup"]') || event.ctrlKey || event.metaKey) return;
    const focused = from.closest<HTMLElement>('[data-step]')?.dataset['step'];
    const step = focused ?? store.getState().selection.at(-1) ?? null;
    const port = from.closest<HTMLElement>('[data-port]')?.dataset['port'];
    if (!act(event, step, port) && !(singleKeysOn() && connect(event.key, step, port))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  function act(event: KeyboardEvent, step: NodeId | null, port: string | undefined): boolean {
    const { select, toggle, startLinking, apply, readOnly } = store.getState();
    const direction = DIRECTIONS[event.key];
    if (direction) return event.altKey ? move(step, direction) : go(step, direction, event.shiftKey);
    switch (event.key) {
      case 'Enter':
        if (!step) return false;
        select(step);
        if (port && !readOnly) startLinking(step, port);
        else focusInspector();
        return true;
      case ' ':
        if (!step) return false;
        if (event.shiftKey) toggle(step);
        else select(step);
        return true;
      case 'Delete':
      case 'Backspace':
        if (port && step) return apply({ kind: 'edge.set', from: step, port, to: null });
        return remove(event);
      case 'Escape':
        select(null);
        return true;
      default:
        return false;
    }
  }

  /** On a port, that one; on a card, its first that leads nowhere, else its first. */
  function connect(key: string, step: NodeId | null, port: string | undefined): boolean {
    const { document, readOnly, startLinking } = store.getState();
    const node = step === null ? undefined : document.nodes[step];
    if (key.toLowerCase() !== 'c' || readOnly || !node) return false;
    const ports = portsOf(document, node);
    const from = port ?? (ports.find(({ id }) => document.edges[`${node.id}/${id}`] === undefined) ?? ports[0])?.id;
    if (from === undefined) return false;
    startLinking(node.id, from);
    return true;
  }

  function go(step: NodeId | null, direction: Direction, extend: boolean): boolean {
    const { document, selection, select, selectMany } = store.getState();
    const next = step === null ? readingOrder(document)[0] : neighbour(document, step, direction);
    if (!next) return true;
    if (extend && step !== null) selectMany([...new Set([...selection, step, next])]);
    else select(next);
    focusCard(next);
    return true;
  }

  /** The step, or all that are selected when it is one of them. */
  function move(step: NodeId | null, direction: Direction): boolean {
    const { document, selection } = store.getState();
    const ids = step !== null && !selection.includes(step) ? [step] : selection;
    const places = ids.flatMap((id) => {
      const at = document.nodes[id]?.position;
      return at ? [{ id, position: { x: at.x + BY[direction].x, y: at.y + BY[direction].y } }] : [];
    });
    return moveSteps(store, places);
  }

  function remove(event: KeyboardEvent): boolean {
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-step]')?.dataset['step'];
    const { document, selection, select } = store.getState();
    if (focused !== undefined && !selection.includes(focused)) select(focused);
    const before = Object.values(document.edges).find(({ to, from }) => to === focused && !store.getState().selection.includes(from))?.from;
    if (!removeSelection(store)) return false;
    // The keyboard stays near: on the step that led here, else on the canvas.
    if (before !== undefined) focusCard(before);
    else region.current?.focus({ preventScroll: true });
    return true;
  }
}
