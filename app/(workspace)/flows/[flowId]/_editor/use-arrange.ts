'use client';

import { useReactFlow } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import type { SimpleOperation } from '@/flows/document/operation';
import { defaultRegistry } from '@/flows/nodes/registry';
import { toast } from '@/lib/ui/toast';
import { alignSteps, type Alignment, type Size } from './align-steps';
import { layOut } from './layout/lay-out';
import { layoutGraph } from './layout/layout-graph';
import { layoutMoves } from './layout/layout-moves';
import { portsOf } from './ports-of';
import { useEditorStore } from './use-editor';

/** A card drawn far away is smaller than the one people work on: places are for the whole card. */
const CARD_WIDTH = 224;
const HEAD = 38;
const BODY = 84;
const PORT_ROW = 26;

/** Brings cards into line, or lays them out anew: the selected ones, or all while at most one is selected. */
export function useArrange() {
  const t = useTranslations('studio.selection');
  const store = useEditorStore();
  const flow = useReactFlow();
  return useMemo(() => {
    const sizeOf = (id: NodeId): Size => {
      const { document } = store.getState();
      const { width, height } = flow.getInternalNode(id)?.measured ?? {};
      const node = document.nodes[id];
      if (!node || defaultRegistry.get(node.type)?.entry) return { width: width ?? 120, height: height ?? 36 };
      const full = width === CARD_WIDTH && flow.getZoom() >= 0.45 && height !== undefined;
      return { width: CARD_WIDTH, height: full ? height : HEAD + BODY + portsOf(document, node).length * PORT_ROW };
    };
    const move = (operations: readonly SimpleOperation[]): boolean => operations.length > 0 && store.getState().applyGliding({ kind: 'batch', operations: [...operations] });
    return {
      align: (how: Alignment) => move(alignSteps(store.getState().document, store.getState().selection, sizeOf, how)),
      layOut: async () => {
        const { document, selection } = store.getState();
        const ids = selection.length > 1 ? selection : Object.keys(document.nodes);
        try {
          const laidOut = await layOut(layoutGraph(document, ids, sizeOf));
          // What was removed while ELK was at work is passed over, what was moved is moved again.
          if (!move(layoutMoves(store.getState().document, laidOut))) toast(t('tidyAlready'));
        } catch {
          toast(t('tidyFailed'), { tone: 'failed' });
        }
      },
    };
  }, [store, flow, t]);
}
