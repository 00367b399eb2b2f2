import type { Clip } from '@/flows/document/clip';
import type { FlowNode, Position } from '@/flows/document/flow-document';
import { pasteClip } from '@/flows/document/paste-clip';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { EditorStore } from './editor-store';
import { COLUMN, freePlaces, snap } from './free-position';
import { freshId } from './fresh-id';

/**
 * Puts the steps of a clip into the flow, as one act, and selects them: at `at`, else right of where they stood, moved
 * down to where there is room. False when there is nothing to put.
 */
export function pasteSteps(store: EditorStore, clip: Clip, at?: Position): boolean {
  const { document, apply, selectMany } = store.getState();
  const hasEntry = Object.values(document.nodes).some(isEntry);
  const allowed = (node: FlowNode) => !(hasEntry && isEntry(node));
  const kept = clip.nodes.filter(allowed);
  const left = Math.min(...kept.map(({ position }) => position.x));
  const top = Math.min(...kept.map(({ position }) => position.y));
  const corner = at ?? { x: left + COLUMN, y: top };
  const wanted = kept.map(({ position }) => ({ x: position.x - left + snap(corner.x), y: position.y - top + snap(corner.y) }));
  const down = (freePlaces(document, wanted)[0]?.y ?? 0) - (wanted[0]?.y ?? 0);
  const { operations, ids } = pasteClip(document, clip, { at: { x: snap(corner.x), y: snap(corner.y) + down }, freshId, allowed });
  if (operations.length === 0 || !apply({ kind: 'batch', operations })) return false;
  selectMany(ids);
  return true;
}

function isEntry({ type }: FlowNode): boolean {
  return defaultRegistry.get(type)?.entry === true;
}
