'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import type { FlowView, References } from '@/lib/api/view-models';
import { createEditorStore } from '../_editor/editor-store';
import { EditorContext } from '../_editor/use-editor';
import { useAutosave } from '../_editor/use-autosave';
import { useNarrow } from '../_editor/use-narrow';
import { StepAddress } from './step-address';
import { StudioLayout } from './studio-layout';
import { StudioProvider } from './studio-provider';

interface StudioEditorProps {
  flow: FlowView;
  references: References;
  permissions: readonly string[];
  userId: string;
}

/** Holds the flow while it is edited and keeps the server's draft in step. */
export function StudioEditor({ flow, references, permissions, userId }: StudioEditorProps) {
  const locale = useLocale();
  const narrow = useNarrow();
  const readOnly = narrow || !permissions.includes('flows.edit');
  const [store] = useState(() => createEditorStore({ document: flow.document, revision: flow.revision, language: locale, readOnly }));
  const autosave = useAutosave(flow.id, userId, store);
  useEffect(() => store.setState({ readOnly }), [store, readOnly]);

  return (
    <EditorContext.Provider value={store}>
      <ReactFlowProvider>
        <StudioProvider references={references} flowId={flow.id}>
          <StepAddress />
          <StudioLayout flow={flow} narrow={narrow} autosave={autosave} mayPublish={permissions.includes('flows.publish')} />
        </StudioProvider>
      </ReactFlowProvider>
    </EditorContext.Provider>
  );
}
