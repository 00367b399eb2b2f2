'use client';

import { useTranslations } from 'next-intl';
import type { FlowView } from '@/lib/api/view-models';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import { useEditor } from '../../_editor/use-editor';
import type { AutosaveHandle } from '../../_editor/use-autosave';
import { useStudio } from '../../_editor/use-studio';
import type { Version } from '../top-bar/use-version';
import { PublishFindings } from './publish-findings';
import { PublishOutcome } from './publish-outcome';
import { Published } from './published';
import { usePublish } from './use-publish';

interface PublishDialogProps {
  flow: FlowView;
  version: Version;
  autosave: AutosaveHandle;
  onPublished: (number: number, revision: number) => void;
  onClose: () => void;
}

const LONGEST_NOTE = 2000;

/** Whether the flow may go out, what happens when it does, and the button. */
export function PublishDialog({ flow, version, autosave, onPublished, onClose }: PublishDialogProps) {
  const t = useTranslations('studio.publish');
  const name = useEditor((editor) => editor.document.name);
  const { diagnostics } = useStudio();
  const { state, note, setNote, publish } = usePublish(flow.id, autosave, onPublished);
  const next = (version.number ?? 0) + 1;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const channels = flow.connections.map((connection) => connection.name);

  if (state.step === 'done') return <Published number={state.number} channels={channels} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { number: next })}
      description={name}
      width="720px"
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={state.step === 'sending'}
            disabledReason={errors > 0 ? t('blocked', { count: errors }) : version.current ? t('unchanged', { number: next - 1 }) : undefined}
            onClick={() => void publish()}
          >
            {t('confirm', { number: next })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {state.step === 'unsent' && <Banner tone="stop" title={t(state.why)} />}
        {state.step === 'failed' && <ErrorMessage code={state.code} />}
        <PublishFindings diagnostics={diagnostics} onLeave={onClose} />
        {errors === 0 && version.current && <Banner tone="info" title={t('unchanged', { number: next - 1 })} />}
        {errors === 0 && !version.current && <PublishOutcome number={next} channels={channels} first={version.number === null} />}
        {errors === 0 && !version.current && (
          <Field label={t('note')} help={t('noteHelp')}>
            {(control) => <TextArea {...control} rows={2} maxLength={LONGEST_NOTE} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
        )}
      </div>
    </Dialog>
  );
}
