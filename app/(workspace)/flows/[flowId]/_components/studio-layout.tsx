'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { FlowView } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import type { AutosaveHandle } from '../_editor/use-autosave';
import { useClipboard } from '../_editor/use-clipboard';
import { useEditor, useEditorStore } from '../_editor/use-editor';
import { useStudioKeys } from '../_editor/use-studio-keys';
import { FlowCanvas } from './canvas/flow-canvas';
import { ConflictPanel } from './conflicts/conflict-panel';
import { Inspector } from './inspector/inspector';
import { Palette } from './palette/palette';
import { Panels } from './panels';
import { StepSheet } from './phone/step-sheet';
import { ProblemsStrip } from './problems/problems-strip';
import { PublishDialog } from './publish/publish-dialog';
import { PhoneHead } from './phone/phone-head';
import { StudioBar } from './top-bar/studio-bar';
import { useVersion } from './top-bar/use-version';

interface StudioLayoutProps {
  flow: FlowView;
  narrow: boolean;
  autosave: AutosaveHandle;
  mayPublish: boolean;
}

/** Palette, canvas, inspector and problems; on a phone the canvas and a sheet. */
export function StudioLayout({ flow, narrow, autosave, mayPublish }: StudioLayoutProps) {
  const t = useTranslations('studio');
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  const selected = useEditor(({ selection }) => selection.length > 0);
  const merged = useEditor((editor) => editor.merged);
  const [publishing, setPublishing] = useState(false);
  const [sheetFull, setSheetFull] = useState(false);
  const version = useVersion(flow);
  const openPublish = mayPublish ? () => setPublishing(true) : undefined;
  useStudioKeys(openPublish);
  useClipboard();

  useEffect(() => {
    if (!merged) return;
    toast(t('save.merged'));
    store.getState().noticeMerge();
  }, [merged, store, t]);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {narrow ? <PhoneHead version={version.current} onPublish={openPublish} /> : <StudioBar flowId={flow.id} version={version.current} onPublish={openPublish} />}
      <div className="relative flex min-h-0 flex-1">
        {!readOnly && <Palette />}
        {/* Under a full sheet there is nothing to reach. */}
        <div inert={narrow && selected && sheetFull} className="flex min-w-0 flex-1 flex-col">
          <div className="relative min-h-0 flex-1">
            <FlowCanvas compact={narrow} />
            <ConflictPanel />
            <Panels onPublish={openPublish} />
          </div>
          {!narrow && <ProblemsStrip />}
        </div>
        {narrow ? (
          <StepSheet full={sheetFull} onFull={setSheetFull} />
        ) : (
          <div className={!selected ? 'max-[899px]:hidden' : 'max-[899px]:absolute max-[899px]:inset-y-0 max-[899px]:right-0 max-[899px]:z-10 max-[899px]:shadow-float'}>
            <Inspector />
          </div>
        )}
      </div>
      {publishing && (
        <PublishDialog flow={flow} version={version.current} autosave={autosave} onPublished={version.published} onClose={() => setPublishing(false)} />
      )}
    </div>
  );
}
