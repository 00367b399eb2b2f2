'use client';

import { useId } from 'react';
import { Switch } from '@/lib/ui/switch';
import { emptyValue } from '../../_form/empty-value';
import { useEditor } from '../../_editor/use-editor';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

/** Something that can be left out: a switch, and the field itself while it is on. */
export function NullableField({ spec, path, value }: DataFieldProps) {
  const { set, readOnly, Field: DataField } = useFieldForm();
  const languages = useEditor((editor) => editor.document.languages);
  const { label, help, error, warning } = useFieldTexts(path);
  const id = useId();
  const on = value !== null && value !== undefined;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="text-xs font-label text-ink-2">{label}</label>
        <Switch
          id={id}
          checked={on}
          disabled={readOnly}
          aria-describedby={`${id}-note`}
          onCheckedChange={(next) => set(path, next ? emptyValue({ ...spec, nullable: false }, languages, () => 'x') : null)}
        />
      </div>
      {on && <DataField spec={{ ...spec, nullable: false }} path={path} value={value} hideLabel />}
      {(!on || spec.kind === 'group') && (
        <p id={`${id}-note`} className={error ? 'text-xs text-stop' : 'text-xs text-ink-3'}>
          {error ?? <FieldNote help={help} warning={warning} />}
        </p>
      )}
    </div>
  );
}
