'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { FlowDocument } from '@/flows/document/flow-document';
import type { FlowNames } from '@/flows/nodes/flow-names';
import type { Coverage } from '@/flows/simulator/coverage';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { References } from '@/lib/api/view-models';
import { FlowCanvas } from '../../../flows/[flowId]/_components/canvas/flow-canvas';
import { LitContext } from '../../../flows/[flowId]/_components/canvas/lit-context';
import { StepAddress } from '../../../flows/[flowId]/_components/step-address';
import { StudioProvider } from '../../../flows/[flowId]/_components/studio-provider';
import { createEditorStore } from '../../../flows/[flowId]/_editor/editor-store';
import { EditorContext } from '../../../flows/[flowId]/_editor/use-editor';
import { CoverageLegend } from './coverage-legend';
import { FlyToFailure } from './fly-to-failure';
import { NotCovered } from './not-covered';
import { placeOfFailure } from './place-of-failure';
import { useCoverageLight } from './use-coverage-light';

interface CoverageCanvasProps {
  document: FlowDocument;
  references: References;
  coverage: Coverage;
  results: ReadonlyMap<string, TestResult>;
  /** The test whose first difference is shown as the place where it stands. */
  selected: string | null;
  names: FlowNames;
}

/** The flow, to be looked at: where tests went, where one fails, what none has tried. */
export function CoverageCanvas({ document, references, coverage, results, selected, names }: CoverageCanvasProps) {
  const locale = useLocale();
  const [store] = useState(() => createEditorStore({ document, revision: 0, language: locale, readOnly: true }));
  const light = useCoverageLight(coverage, results, selected);
  return (
    <EditorContext.Provider value={store}>
      <ReactFlowProvider>
        <StudioProvider references={references}>
          <StepAddress />
          <FlyToFailure step={selected === null ? null : placeOfFailure(results.get(selected))} />
          <LitContext.Provider value={light}>
            <div className="relative min-h-0 flex-1">
              <FlowCanvas />
              <CoverageLegend />
              <NotCovered coverage={coverage} document={document} names={names} form="card" />
            </div>
          </LitContext.Provider>
        </StudioProvider>
      </ReactFlowProvider>
    </EditorContext.Provider>
  );
}
