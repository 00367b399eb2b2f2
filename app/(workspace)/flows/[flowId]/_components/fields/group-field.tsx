'use client';

import type { Json } from '@/flows/document/json';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { useFieldTexts } from './use-field-texts';

/** Fields that belong together, under one heading. */
export function GroupField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'group' }>) {
  const { Field: DataField } = useFieldForm();
  const { label, help } = useFieldTexts(path);
  const inner = isRecord(value) ? value : {};
  const fields = spec.fields.map(({ name, spec: field }) => <DataField key={name} spec={field} path={[...path, name]} value={inner[name]} />);
  if (hideLabel) return <div className="flex flex-col gap-3">{fields}</div>;
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-line p-3">
      <legend className="-mx-1 px-1 text-xs font-label text-ink-2">{label}</legend>
      {help && <p className="-mt-1 text-xs text-ink-3">{help}</p>}
      {fields}
    </fieldset>
  );
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
