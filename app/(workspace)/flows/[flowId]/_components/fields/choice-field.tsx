'use client';

import { Field } from '@/lib/ui/field';
import { Select, type SelectOption } from '@/lib/ui/select';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** Stands for "nothing": no key, name or code of a choice is a hyphen. */
const NOTHING = '-';

interface ChoiceFieldProps extends DataFieldProps {
  options: readonly SelectOption[];
  /** Said for leaving the field out, which its spec must allow. */
  none?: string;
  placeholder?: string;
}

/** One of the names something else defines; a name nobody knows any more stays visible. */
export function ChoiceField({ spec, path, value, hideLabel = false, options, none, placeholder }: ChoiceFieldProps) {
  const { set, unset, readOnly } = useFieldForm();
  const { label, help, error, warning } = useFieldTexts(path);
  const chosen = typeof value === 'string' && value !== '' ? value : undefined;
  const stray = chosen !== undefined && !options.some((option) => option.value === chosen) ? [{ value: chosen, label: chosen }] : [];
  const blank = none !== undefined && (spec.optional || spec.nullable) ? [{ value: NOTHING, label: none }] : [];
  const choose = (next: string) => {
    if (next !== NOTHING) set(path, next);
    else if (spec.optional) unset(path);
    else set(path, null);
  };
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <Select
          {...control}
          value={chosen ?? (blank.length > 0 ? NOTHING : undefined)}
          disabled={readOnly}
          onValueChange={choose}
          options={[...blank, ...options, ...stray]}
          {...(placeholder !== undefined && { placeholder })}
        />
      )}
    </Field>
  );
}
