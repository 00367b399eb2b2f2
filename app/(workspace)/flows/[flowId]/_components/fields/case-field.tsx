'use client';

import type { Json } from '@/flows/document/json';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';

/** What an expression takes the place of. */
const ROWS = new Set(['match', 'tests']);

/** One case of a condition: its name, then its rows or, in their place, an expression. */
export function CaseField({ spec, path, value }: DataFieldProps<FieldSpec & { kind: 'case' }>) {
  const { Field: DataField } = useFieldForm();
  const inner = isRecord(value) ? value : {};
  const written = typeof inner['expression'] === 'string';
  return (
    <div className="flex flex-col gap-3">
      {spec.fields
        .filter(({ name }) => !(written && ROWS.has(name)))
        .map(({ name, spec: field }) => (
          <DataField key={name} spec={field} path={[...path, name]} value={inner[name]} />
        ))}
    </div>
  );
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
