'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import type { Calendar } from '@/flows/calendars/calendar';
import { compile } from '@/flows/compiler/compile';
import { knownReferences } from '@/flows/compiler/references/known-references';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { FlowView, KnowledgeView, Me, References, VersionRow } from '@/lib/api/view-models';
import { createEditorStore } from '../../../flows/[flowId]/_editor/editor-store';
import { EditorContext } from '../../../flows/[flowId]/_editor/use-editor';
import { StudioProvider } from '../../../flows/[flowId]/_components/studio-provider';
import type { PlayedScript } from '../_state/use-simulation';
import { SimulatorRun } from './simulator-run';
import { UnsoundFlow } from './unsound-flow';

/** What is simulated: a document, of the draft or of a published version. */
export interface SimulatedSource {
  key: string;
  version: number | null;
  document: FlowDocument;
}

export interface SimulatorSessionProps {
  flow: FlowView;
  source: SimulatedSource;
  me: Me;
  references: References;
  calendars: readonly Calendar[];
  knowledge: KnowledgeView;
  versions: readonly VersionRow[];
  /** The saved test that was opened, if any. */
  testName: string | null;
  begin: PlayedScript;
  onPlayed: (script: PlayedScript) => void;
  /** Takes the newer draft; absent while there is none. */
  onNewDraft: (() => void) | undefined;
}

/** Compiles what is simulated, and holds it for the canvas; one that cannot run says why. */
export function SimulatorSession(props: SimulatorSessionProps) {
  const { source, references, begin } = props;
  const { document, version } = source;
  const compiled = useMemo(
    () =>
      compile(document, {
        ref: version === null ? 'draft' : `v${version}`,
        registry: defaultRegistry,
        // What was published ran with what the workspace had then. A secret may still be missing: nothing is sent here.
        ...(version === null && { references: { ...knownReferences(references, null), secrets: undefined } }),
      }),
    [document, version, references],
  );
  const [store] = useState(() => createEditorStore({ document, revision: 0, language: begin.setting.language, readOnly: true }));
  return (
    <EditorContext.Provider value={store}>
      <ReactFlowProvider>
        <StudioProvider references={references}>
          {compiled.ok ? <SimulatorRun {...props} compiled={compiled.flow} /> : <UnsoundFlow {...props} diagnostics={compiled.diagnostics} />}
        </StudioProvider>
      </ReactFlowProvider>
    </EditorContext.Provider>
  );
}
