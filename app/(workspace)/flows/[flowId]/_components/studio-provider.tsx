'use client';

import { useReactFlow } from '@xyflow/react';
import { useLocale } from 'next-intl';
import { useMemo, type ReactNode } from 'react';
import { pickText } from '@/flows/document/localized-text';
import type { References } from '@/lib/api/view-models';
import { focusCard } from '../_editor/focus-card';
import { useDiagnostics } from '../_editor/use-diagnostics';
import { useEditor, useEditorStore } from '../_editor/use-editor';
import { StudioContext, type Studio } from '../_editor/use-studio';
import { INSPECTOR_ID } from './inspector/inspector-id';

const SEARCH_WIDTH = 392;

/** What surrounds the document (of the flow `flowId`, where that matters to what is found): the compiler's findings, the workspace's names, ways to move the view and the focus. */
export function StudioProvider({ references, flowId = null, children }: { references: References; flowId?: string | null; children: ReactNode }) {
  const store = useEditorStore();
  const flow = useReactFlow();
  const locale = useLocale();
  const document = useEditor((editor) => editor.document);
  const diagnostics = useDiagnostics(document, references, flowId);

  const acts = useMemo<Pick<Studio, 'flyTo' | 'focusInspector' | 'focusCard' | 'nameOf' | 'references'>>(
    () => ({
      references,
      flyTo(id) {
        const card = flow.getInternalNode(id);
        store.getState().select(id);
        if (!card) return;
        const { x, y } = card.internals.positionAbsolute;
        const { width = 224, height = 160 } = card.measured;
        const zoom = Math.max(flow.getZoom(), 0.7);
        // The search lies over the right side: the step comes to stand beside it.
        const aside = store.getState().panel?.kind === 'search' ? SEARCH_WIDTH / 2 / zoom : 0;
        void flow.setCenter(x + width / 2 + aside, y + height / 2, { zoom, duration: 240, interpolate: 'linear' });
      },
      focusInspector() {
        // The inspector shows the step after this render.
        requestAnimationFrame(() => {
          const first = globalThis.document.querySelector<HTMLElement>(`#${INSPECTOR_ID} [role="tabpanel"] :is(input, textarea, [role="combobox"])`);
          first?.focus();
        });
      },
      focusCard: (id) => focusCard(id),
      nameOf(kind, key) {
        const found = { skill: references.skills, queue: references.queues, calendar: references.calendars }[kind].find((each) => each.key === key);
        return (found && pickText(found.name, locale, ['en', 'fr'])) || key;
      },
    }),
    [references, store, flow, locale],
  );
  const studio = useMemo<Studio>(() => ({ ...acts, diagnostics }), [acts, diagnostics]);
  return <StudioContext.Provider value={studio}>{children}</StudioContext.Provider>;
}
