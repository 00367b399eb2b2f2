'use client';

import { useEditor } from '../../_editor/use-editor';
import { variableBeside } from '../../_form/variable-beside';
import { Field } from '@/lib/ui/field';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { LiteralInput } from './literal-input';
import { useFieldTexts } from './use-field-texts';

/** A value for the variable beside it, by that variable's type. */
export function LiteralField({ path, value, hideLabel = false }: DataFieldProps) {
  const { node, set, seal, readOnly } = useFieldForm();
  const variables = useEditor((editor) => editor.document.variables);
  const { label, help, error, warning } = useFieldTexts(path);
  const type = variableBeside(node.data, path, variables)?.type ?? 'text';
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => <LiteralInput key={type} control={control} type={type} value={value ?? null} readOnly={readOnly} onChange={(next) => set(path, next)} onBlur={seal} />}
    </Field>
  );
}
