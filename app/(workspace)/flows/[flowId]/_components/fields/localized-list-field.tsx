'use client';

import { useState } from 'react';
import type { Json } from '@/flows/document/json';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { LanguageColumns } from './language-columns';
import { useFieldTexts } from './use-field-texts';

/** Wordings in the language of the canvas or in all, one per line. */
export function LocalizedListField(props: DataFieldProps) {
  const { label } = useFieldTexts(props.path);
  return <LanguageColumns label={label}>{(language, name, only) => <OneLanguage {...props} language={language} label={name} only={only} />}</LanguageColumns>;
}

function OneLanguage({ path, value, hideLabel = false, language, label, only }: DataFieldProps & { language: string; label: string; only: boolean }) {
  const { set, seal, readOnly } = useFieldForm();
  const { help, error, warning } = useFieldTexts(path, only ? undefined : language);
  const stored = linesAt(value, language);
  // What is being typed may hold empty lines that are not stored.
  const [draft, setDraft] = useState<{ language: string; text: string } | null>(null);
  const typed = draft?.language === language && sameLines(linesOf(draft.text), stored) ? draft.text : stored.join('\n');
  return (
    <Field label={label} hideLabel={hideLabel && only} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) => (
        <TextArea
          {...control}
          lang={language}
          rows={1}
          value={typed}
          readOnly={readOnly}
          onBlur={() => {
            setDraft(null);
            seal();
          }}
          onChange={(event) => {
            setDraft({ language, text: event.target.value });
            set([...path, language], linesOf(event.target.value));
          }}
        />
      )}
    </Field>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 80))
    .filter((line) => line !== '');
}

function linesAt(value: Json | undefined, language: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const list = value[language];
  return Array.isArray(list) ? list.filter((line) => typeof line === 'string') : [];
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
