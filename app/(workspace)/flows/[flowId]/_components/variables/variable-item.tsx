'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import { VARIABLE_TYPES, type Variable } from '@/flows/document/variable';
import { Button } from '@/lib/ui/button';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { changeVariable, removeVariable } from '../../_form/declare-variable';
import { PanelDisclosure } from '../panel-disclosure';
import { VariableKind } from './variable-kind';
import { VariableLabel } from './variable-label';

/** One variable: its name and what it holds; opened, all that can be changed of it. */
export function VariableItem({ variable, readOnly }: { variable: Variable; readOnly: boolean }) {
  const t = useTranslations('studio.variables');
  const store = useEditorStore();
  const language = useEditor((editor) => editor.language);
  const languages = useEditor((editor) => editor.document.languages);
  const change = (part: Partial<Omit<Variable, 'name'>>) => {
    const { document, apply } = store.getState();
    apply(changeVariable(document, variable.name, part));
  };
  const remove = () => {
    const { document, apply } = store.getState();
    apply(removeVariable(document, variable.name));
  };
  return (
    <PanelDisclosure
      summary={
        <>
          <span className="shrink-0 font-mono text-xs text-ink">{variable.name}</span>
          <span className="min-w-0 flex-1 truncate text-xs text-ink-3">{pickText(variable.label, language, languages)}</span>
          <span className="shrink-0 text-2xs text-ink-3">{t(`types.${variable.type}`)}</span>
        </>
      }
    >
      <div className="flex flex-col gap-3 px-2 pt-1 pb-3">
        <VariableLabel key={language} variable={variable} language={language} readOnly={readOnly} onChange={(label) => change({ label })} />
        <VariableKind
          types={VARIABLE_TYPES}
          type={variable.type}
          scope={variable.scope}
          readOnly={readOnly}
          onType={(type) => change({ type })}
          onScope={(scope) => change({ scope })}
        />
        {!readOnly && (
          <Button size="sm" variant="quiet" className="self-start" icon={<Trash2 aria-hidden size={14} strokeWidth={1.75} />} onClick={remove}>
            {t('remove')}
          </Button>
        )}
      </div>
    </PanelDisclosure>
  );
}
