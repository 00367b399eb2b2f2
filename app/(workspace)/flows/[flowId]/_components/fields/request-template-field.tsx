'use client';

import { Field } from '@/lib/ui/field';
import { useStudio } from '../../_editor/use-studio';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { TemplateArea } from './template-area';
import { useFieldTexts } from './use-field-texts';

/** What is no body grows from one line. */
const ONE_LINE = 2000;

/** An address, a value or a body of a request: `{{` offers the variables and, where they may stand, the secrets; no language changes it. */
export function RequestTemplateField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'request-template' }>) {
  const { references } = useStudio();
  const { set, seal, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <TemplateArea
          control={control}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => set(path, text)}
          onBlur={seal}
          lang=""
          readOnly={readOnly}
          secrets
          code
          rows={spec.maxLength !== undefined && spec.maxLength <= ONE_LINE ? 1 : 4}
          keys={spec.secrets ? references.secrets : undefined}
          {...(spec.maxLength !== undefined && { maxLength: spec.maxLength })}
        />
      )}
    </Field>
  );
}
