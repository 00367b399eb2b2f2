'use client';

import { useLocale } from 'next-intl';
import type { Json } from '@/flows/document/json';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { fieldLabel } from '../../_editor/field-label';
import { freshId } from '../../_editor/fresh-id';
import { useEditor } from '../../_editor/use-editor';
import { emptyFields } from '../../_form/empty-value';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** A choice between shapes (kinds of answer, kinds of value), and the few fields of the chosen one. */
export function UnionField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'union' }>) {
  const { node, set, readOnly, Field: DataField } = useFieldForm();
  const locale = useLocale();
  const languages = useEditor((editor) => editor.document.languages);
  const { label, help, error, warning } = useFieldTexts(path);
  const inner = isRecord(value) ? value : {};
  const member = spec.members.find((each) => each.value === inner[spec.key]);
  const place = [...path.filter((step) => typeof step === 'string'), spec.key].join('.');
  const change = (next: string) => {
    const fields = spec.members.find((each) => each.value === next)?.fields ?? [];
    set(path, { [spec.key]: next, ...emptyFields(fields, languages, () => freshId('o', () => false)) });
  };
  return (
    <div className="flex flex-col gap-3">
      <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={member?.fields.length ? undefined : error}>
        {(control) => (
          <Select
            {...control}
            value={member?.value}
            disabled={readOnly}
            onValueChange={change}
            options={spec.members.map((each) => ({ value: each.value, label: fieldLabel(node.type, `${place}.${each.value}`, locale) }))}
          />
        )}
      </Field>
      {member?.fields.map((field) => <DataField key={`${member.value}.${field.name}`} spec={field.spec} path={[...path, field.name]} value={inner[field.name]} />)}
    </div>
  );
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
