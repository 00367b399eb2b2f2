'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextInput } from '@/lib/ui/text-input';
import { useEditor, useEditorStore } from '../../_editor/use-editor';

const LONGEST = 120;

/** The page's heading: the flow's name, renamed in place. */
export function FlowName() {
  const t = useTranslations('studio.bar');
  const store = useEditorStore();
  const name = useEditor((editor) => editor.document.name);
  const readOnly = useEditor((editor) => editor.readOnly);
  const [draft, setDraft] = useState<string | null>(null);

  if (draft !== null) {
    return (
      <h1 className="w-72">
        <TextInput
          aria-label={t('name')}
          autoFocus
          value={draft}
          maxLength={LONGEST}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
            if (event.key === 'Escape') setDraft(null);
          }}
        />
      </h1>
    );
  }
  return (
    <h1 className="min-w-0 truncate font-strong text-ink">
      {readOnly ? (
        name
      ) : (
        <button type="button" title={t('rename')} onClick={() => setDraft(name)} className="max-w-80 truncate rounded-xs px-1 hover:bg-sunken">
          {name}
        </button>
      )}
    </h1>
  );

  function keep(): void {
    const next = draft?.trim() ?? '';
    if (next !== '' && next !== name) store.getState().apply({ kind: 'document.set', path: 'name', value: next });
    setDraft(null);
  }
}
