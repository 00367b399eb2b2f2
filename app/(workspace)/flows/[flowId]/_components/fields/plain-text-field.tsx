'use client';

import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** A word that is the same in every language, such as a disposition. */
export function PlainTextField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'text' }>) {
  const { set, seal, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <TextInput
          {...control}
          value={typeof value === 'string' ? value : ''}
          maxLength={spec.maxLength}
          readOnly={readOnly}
          onBlur={seal}
          onChange={(event) => set(path, event.target.value)}
        />
      )}
    </Field>
  );
}
