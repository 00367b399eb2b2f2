'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { DocumentDiff } from '@/flows/document/compare-documents';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { References } from '@/lib/api/view-models';
import { FlowCanvas } from '../_components/canvas/flow-canvas';
import { StudioProvider } from '../_components/studio-provider';
import { createEditorStore } from '../_editor/editor-store';
import { EditorContext } from '../_editor/use-editor';
import { useNarrow } from '../_editor/use-narrow';
import { ChangePanel } from './change-panel';
import { DiffOverlay } from './diff-overlay';
import { touchedSteps } from './touched-steps';
import type { useVersions } from './use-versions';

interface VersionCanvasProps {
  document: FlowDocument;
  previous: ReturnType<typeof useVersions>['previous'];
  diff: DocumentDiff | null;
  looked: ReturnType<typeof useVersions>['looked'];
  references: References;
}

/** One version drawn, to read; over it, what it changed, and beside it, in words. */
export function VersionCanvas({ document, previous, diff, looked, references }: VersionCanvasProps) {
  const locale = useLocale();
  const narrow = useNarrow();
  const [store] = useState(() => createEditorStore({ document, revision: 0, language: locale, readOnly: true }));
  return (
    <EditorContext.Provider value={store}>
      <ReactFlowProvider>
        <StudioProvider references={references}>
          <div className="relative min-w-0 flex-1 bg-canvas max-[899px]:h-80 max-[899px]:flex-none max-[899px]:border-y max-[899px]:border-line">
            <FlowCanvas compact={narrow} {...(diff && { opensOn: [...diff.added, ...touchedSteps(diff)] })} />
            {diff && previous?.document ? <DiffOverlay before={previous.document} diff={diff} /> : null}
          </div>
          <ChangePanel looked={looked} previous={previous} after={document} diff={diff} />
        </StudioProvider>
      </ReactFlowProvider>
    </EditorContext.Provider>
  );
}
