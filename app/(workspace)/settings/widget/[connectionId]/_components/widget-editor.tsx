'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { WidgetsView, WidgetView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { ErrorMessage } from '@/lib/ui/error-message';
import { toast } from '@/lib/ui/toast';
import { PageHeader } from '../../../../../_shell/page-header';
import { useWarnUnsaved } from '../../../../../_shell/use-warn-unsaved';
import { errorCode } from '../../../../../_trpc/error-code';
import { useTRPC } from '../../../../../_trpc/provider';
import { SaveState } from '../../../_components/save-state';
import { GeneralFields } from './general-fields';
import { LookFields } from './look-fields';
import { Snippet } from './snippet';
import { usePreview } from './use-preview';
import { badSite, COLOUR, draftOf, settingsOf, type WidgetDraft } from './widget-draft';
import { WidgetPreview } from './widget-preview';
import { WordsFields } from './words-fields';

/** How a chat looks, speaks and where it may stand, beside the widget itself. */
export function WidgetEditor({ chat, flows, workspace }: { chat: WidgetView } & Pick<WidgetsView, 'flows' | 'workspace'>) {
  const t = useTranslations('settings.widget');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const { languages } = workspace;
  const [draft, setDraft] = useState<WidgetDraft>(() => draftOf(chat, languages));
  const [checked, setChecked] = useState(false);
  const set = (change: Partial<WidgetDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const settings = settingsOf(draft, languages);
  const unsaved = JSON.stringify(draft) !== JSON.stringify(draftOf(chat, languages));
  const preview = usePreview(settings, draft.languages);
  const save = useMutation(trpc.widget.save.mutationOptions({
    onSuccess(_, { name }) {
      toast(t('saved', { name }));
      return client.invalidateQueries(trpc.widget.pathFilter());
    },
  }));
  useWarnUnsaved(unsaved);
  const sound = draft.name.trim() !== '' && draft.languages.length > 0 && badSite(draft.sites) === undefined && (draft.accent === null || (COLOUR.test(draft.accent) && preview.accent?.ok !== false));
  const submit = (): void => {
    setChecked(true);
    if (!sound) return;
    const { flowId } = draft;
    const name = draft.name.trim();
    // What is kept is shown: an address without its path, texts without empty ones.
    setDraft(draftOf({ ...chat, name, flowId, settings }, languages));
    save.mutate({ id: chat.id, name, flowId, settings });
  };
  return (
    <>
      <PageHeader
        title={chat.name}
        actions={
          <>
            <SaveState saving={save.isPending} saved={!unsaved} unsaved={unsaved} className="self-center" />
            <Button variant="primary" busy={save.isPending} onClick={submit}>{common('save')}</Button>
          </>
        }
      />
      {save.isError ? <ErrorMessage className="mt-4" code={errorCode(save.error)} /> : null}
      <div className="mt-6 grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_500px]">
        <div className="min-w-0 space-y-8">
          <GeneralFields draft={draft} set={set} flows={flows} workspaceName={workspace.name} checked={checked} />
          <LookFields draft={draft} set={set} check={preview.accent} />
          <WordsFields draft={draft} set={set} languages={languages} checked={checked} />
          <Snippet publicKey={chat.publicKey} />
        </div>
        <WidgetPreview preview={preview} languages={draft.languages} />
      </div>
    </>
  );
}
