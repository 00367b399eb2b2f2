'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { pickText } from '@/flows/document/localized-text';
import type { VariableType } from '@/flows/document/variable';
import type { FieldControl } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';
import { useEditor } from '../../_editor/use-editor';
import { NewVariable } from '../variables/new-variable';

/** Names start with a letter, so these are nobody's. */
const NONE = '-';
const NEW = '+';

interface VariableSelectProps {
  control: Partial<FieldControl> & { 'aria-label'?: string };
  /** Blank or null: none. */
  value: string | null;
  types: readonly VariableType[];
  /** Said for no variable, where that is allowed; then null is given. */
  none?: string | undefined;
  readOnly: boolean;
  onChange: (name: string | null) => void;
}

/** The declared variables of some types; the last entry declares a new one on the spot. */
export function VariableSelect({ control, value, types, none, readOnly, onChange }: VariableSelectProps) {
  const t = useTranslations('studio.variables');
  const variables = useEditor((editor) => editor.document.variables);
  const languages = useEditor((editor) => editor.document.languages);
  const language = useEditor((editor) => editor.language);
  const [creating, setCreating] = useState(false);
  const name = value === '' ? null : value;
  const fitting = variables
    .filter((variable) => types.includes(variable.type) || variable.name === name)
    .map((variable) => ({ value: variable.name, label: pickText(variable.label, language, languages) || variable.name }));
  const stray = name !== null && !fitting.some((option) => option.value === name) ? [{ value: name, label: t('gone', { name }) }] : [];
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Select
        {...control}
        value={name ?? (none === undefined ? undefined : NONE)}
        placeholder={t('choose')}
        disabled={readOnly}
        onValueChange={(next) => {
          setCreating(next === NEW);
          if (next !== NEW) onChange(next === NONE ? null : next);
        }}
        options={[...(none === undefined ? [] : [{ value: NONE, label: none }]), ...fitting, ...stray, { value: NEW, label: t('new') }]}
      />
      {creating && (
        <NewVariable
          types={types}
          onDone={(created) => {
            setCreating(false);
            if (created !== null) onChange(created);
          }}
        />
      )}
    </div>
  );
}
