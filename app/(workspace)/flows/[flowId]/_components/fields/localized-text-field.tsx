'use client';

import type { FieldSpec } from '../../_form/field-spec';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import { TextInput } from '@/lib/ui/text-input';
import { useEditor } from '../../_editor/use-editor';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { insertAt } from './insert-at';
import { InsertPlaceholder } from './insert-placeholder';
import { textAt } from './text-at';
import { useFieldTexts } from './use-field-texts';

const ONE_LINE = 200;

/** A text in the language of the canvas. */
export function LocalizedTextField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'localized-text' }>) {
  const { set, seal, readOnly } = useFieldForm();
  const language = useEditor((editor) => editor.language);
  const { label, help, error, warning } = useFieldTexts(path);
  const Input = spec.maxLength !== undefined && spec.maxLength <= ONE_LINE ? TextInput : TextArea;
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <>
          <Input
            {...control}
            lang={language}
            value={textAt(value, language)}
            readOnly={readOnly}
            maxLength={spec.maxLength}
            onBlur={seal}
            onChange={(event: { target: { value: string } }) => set([...path, language], event.target.value)}
          />
          {spec.template && !readOnly && (
            <div className="-mt-0.5 -ml-2.5 flex">
              <InsertPlaceholder onInsert={(placeholder) => set([...path, language], insertAt(control.id, textAt(value, language), placeholder))} />
            </div>
          )}
        </>
      )}
    </Field>
  );
}
