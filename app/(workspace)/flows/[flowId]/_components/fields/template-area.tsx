'use client';

import { useCallback, useId, useMemo } from 'react';
import { checkTemplate } from '@/flows/expressions/template';
import type { FieldControl } from '@/lib/ui/field';
import { suggestTemplate } from '../../_form/suggest-template';
import { useEditor } from '../../_editor/use-editor';
import { SuggestTextArea } from './suggest-text-area';

interface TemplateAreaProps {
  control: Partial<FieldControl> & { 'aria-label'?: string };
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  lang: string;
  readOnly: boolean;
  maxLength?: number | undefined;
  rows?: number;
  /** Written for a program, not for a person. */
  code?: boolean;
  /** No customer reads it: secrets may be named. */
  secrets?: boolean;
  /** Secrets of the workspace that may be named. */
  keys?: readonly { key: string; name: string }[] | undefined;
}

/** A text in which `{{` offers the variables and `|` the filters that fit; what cannot be read is underlined from where it begins. */
export function TemplateArea({ control, value, onChange, onBlur, lang, readOnly, maxLength, rows, code = false, secrets = false, keys }: TemplateAreaProps) {
  const variables = useEditor((editor) => editor.document.variables);
  const languages = useEditor((editor) => editor.document.languages);
  const language = useEditor((editor) => editor.language);
  const id = useId();
  const suggest = useCallback((text: string, caret: number) => suggestTemplate(text, caret, { variables, languages, language, secrets, ...(keys && { keys }) }), [variables, languages, language, secrets, keys]);
  const fault = useMemo(() => {
    const checked = checkTemplate(value);
    if (checked.ok || checked.at === undefined || checked.at >= value.length) return undefined;
    return { at: checked.at, until: endOf(value, checked.at) };
  }, [value]);
  return (
    <SuggestTextArea
      control={{ id, ...control }}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      suggest={suggest}
      fault={fault}
      readOnly={readOnly}
      lang={lang}
      code={code}
      {...(rows !== undefined && { rows })}
      {...(maxLength !== undefined && { maxLength })}
    />
  );
}

/** To the end of the braces, or of the line when they are never closed. */
function endOf(text: string, at: number): number {
  const rest = text.slice(at);
  const end = rest.search(/[}%]\}|\n/);
  return end === -1 ? text.length : at + end + (rest[end] === '\n' ? 0 : 2);
}
