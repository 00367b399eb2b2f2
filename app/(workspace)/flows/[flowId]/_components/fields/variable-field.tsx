'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/lib/ui/field';
import { typesTaken } from '../../_form/types-taken';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';
import { VariableSelect } from './variable-select';

/** A declared variable that the step can use, or a new one. */
export function VariableField({ spec, path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.variables');
  const { node, set, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <VariableSelect
          control={control}
          value={typeof value === 'string' ? value : null}
          types={typesTaken(node, path)}
          none={spec.nullable ? t('none') : undefined}
          readOnly={readOnly}
          onChange={(next) => set(path, next)}
        />
      )}
    </Field>
  );
}
