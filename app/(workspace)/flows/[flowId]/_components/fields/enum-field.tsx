'use client';

import { useLocale } from 'next-intl';
import { nodeTexts } from '@/flows/nodes/texts';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import type { FieldSpec } from '../../_form/field-spec';
import { fieldLabel } from '../../_editor/field-label';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** One of a few values; what the chosen one means stands below. */
export function EnumField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'enum' }>) {
  const { node, set, readOnly } = useFieldForm();
  const locale = useLocale();
  const { label, help, error, warning } = useFieldTexts(path);
  const key = path.filter((step) => typeof step === 'string').join('.');
  const meaning = nodeTexts(node.type, locale).fields[`${key}.${String(value)}`]?.help || help;
  return (
    <Field label={label} hideLabel={hideLabel} help={<FieldNote help={meaning} warning={warning} />} error={error}>
      {(control) => (
        <Select
          {...control}
          value={typeof value === 'string' ? value : undefined}
          disabled={readOnly}
          onValueChange={(next) => set(path, next)}
          options={spec.values.map((option) => ({ value: option, label: fieldLabel(node.type, `${key}.${option}`, locale) }))}
        />
      )}
    </Field>
  );
}
