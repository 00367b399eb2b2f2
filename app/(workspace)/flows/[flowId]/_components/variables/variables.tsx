'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MOST_VARIABLES, VARIABLE_TYPES } from '@/flows/document/variable';
import { Button } from '@/lib/ui/button';
import { useEditor } from '../../_editor/use-editor';
import { NewVariable } from './new-variable';
import { VariableItem } from './variable-item';

/** What the flow remembers: every declared variable, and a way to declare another. */
export function Variables() {
  const t = useTranslations('studio.variables');
  const variables = useEditor((editor) => editor.document.variables);
  const readOnly = useEditor((editor) => editor.readOnly);
  const [creating, setCreating] = useState(false);
  return (
    <section aria-labelledby="studio-variables" className="flex flex-col gap-2 border-t border-line px-4 pt-4 pb-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 id="studio-variables" className="text-md font-strong text-ink">{t('title')}</h3>
        <span className="tabular text-xs text-ink-3">{variables.length}</span>
      </div>
      {variables.length === 0 && <p className="text-sm text-ink-2">{t('empty')}</p>}
      <ul className="-mx-2 flex flex-col">
        {variables.map((variable, index) => (
          // Two colleagues may have declared one name: the compiler says so, and both stand here.
          <VariableItem key={`${variable.name} ${index}`} variable={variable} readOnly={readOnly} />
        ))}
      </ul>
      {creating && <NewVariable types={VARIABLE_TYPES} onDone={() => setCreating(false)} />}
      {!readOnly && !creating && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden size={14} strokeWidth={1.75} />}
          disabledReason={variables.length >= MOST_VARIABLES ? t('full', { count: MOST_VARIABLES }) : undefined}
          onClick={() => setCreating(true)}
        >
          {t('add')}
        </Button>
      )}
    </section>
  );
}
