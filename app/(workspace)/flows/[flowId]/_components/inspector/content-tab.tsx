'use client';

import { Columns2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useMemo } from 'react';
import type { Json } from '@/flows/document/json';
import { defaultRegistry } from '@/flows/nodes/registry';
import { nodeTexts } from '@/flows/nodes/texts';
import { Field } from '@/lib/ui/field';
import { IconButton } from '@/lib/ui/icon-button';
import { TextInput } from '@/lib/ui/text-input';
import { dataChange } from '../../_form/data-change';
import { fieldsOf } from '../../_form/field-spec';
import { missingTexts } from '../../_editor/missing-texts';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import type { StepView } from '../../_editor/use-step';
import { DataField } from '../fields/data-field';
import type { FieldPath } from '../fields/data-field-props';
import { FieldContext, type FieldForm } from '../fields/field-context';
import { LanguageColumns } from '../fields/language-columns';
import { LanguageSwitch } from './language-switch';
import { StepProblems } from './step-problems';

/** The step's form, drawn from the schema of its type. */
export function ContentTab({ step: { node, problems } }: { step: StepView }) {
  const t = useTranslations('studio.inspector');
  const locale = useLocale();
  const store = useEditorStore();
  const sideBySide = useEditor((editor) => editor.sideBySide);
  const languages = useEditor((editor) => editor.document.languages);
  const readOnly = useEditor((editor) => editor.readOnly);
  const seal = useEditor((editor) => editor.seal);
  const type = defaultRegistry.get(node.type);
  const fields = useMemo(() => (type ? fieldsOf(type.data) : []), [type]);
  const set = useCallback(
    (path: FieldPath, value: Json) => {
      const { document, apply } = store.getState();
      const current = document.nodes[node.id];
      if (current) apply(dataChange(document, current, path, value));
    },
    [store, node.id],
  );
  const unset = useCallback((path: FieldPath) => store.getState().apply({ kind: 'node.set', id: node.id, path: ['data', ...path] }), [store, node.id]);
  const form = useMemo<FieldForm>(() => ({ node, readOnly, problems, set, unset, seal, Field: DataField }), [node, readOnly, problems, set, unset, seal]);

  return (
    <FieldContext.Provider value={form}>
      <div className="flex flex-col gap-4">
        {fields.length > 0 && languages.length > 1 && (
          <div className="flex items-center justify-between gap-2">
            <LanguageSwitch missing={missingTexts(problems, languages)} />
            <IconButton label={t('sideBySide')} pressed={sideBySide} onClick={() => store.getState().setSideBySide(!sideBySide)}>
              <Columns2 aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
          </div>
        )}
        <LanguageColumns label={t('title')}>
          {(language, label) => (
            <Field label={label}>
              {(control) => (
                <TextInput
                  {...control}
                  lang={language}
                  value={node.title[language] ?? ''}
                  placeholder={nodeTexts(node.type, language).name}
                  maxLength={120}
                  readOnly={readOnly}
                  onBlur={seal}
                  onChange={(event) => store.getState().apply({ kind: 'node.set', id: node.id, path: ['title', language], value: event.target.value })}
                />
              )}
            </Field>
          )}
        </LanguageColumns>
        {fields.map(({ name, spec }) => (
          <DataField key={name} spec={spec} path={[name]} value={node.data[name]} />
        ))}
        {fields.length === 0 && <p className="text-sm text-ink-3">{nodeTexts(node.type, locale).summary}</p>}
        <StepProblems problems={problems} />
      </div>
    </FieldContext.Provider>
  );
}
