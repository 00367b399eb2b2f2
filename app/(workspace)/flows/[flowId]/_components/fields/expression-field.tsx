'use client';

import { useCallback, useMemo, useState } from 'react';
import { checkCondition, checkExpression } from '@/flows/expressions/condition';
import { conditionTypes } from '@/flows/expressions/variable-types';
import { Field } from '@/lib/ui/field';
import { useEditor } from '../../_editor/use-editor';
import type { FieldSpec } from '../../_form/field-spec';
import { suggestCondition } from '../../_form/suggest-condition';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { SuggestTextArea } from './suggest-text-area';
import { useExpressionFault } from './use-expression-fault';
import { useFieldTexts } from './use-field-texts';

const LONGEST = 4096;

/**
 * CEL, completed and checked as it is typed against the declared variables; what is wrong is underlined and said below.
 * Nothing at all is not stored and goes when the field is left.
 */
export function ExpressionField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'expression' }>) {
  const { set, seal, readOnly } = useFieldForm();
  const variables = useEditor((editor) => editor.document.variables);
  const languages = useEditor((editor) => editor.document.languages);
  const language = useEditor((editor) => editor.language);
  const sentenceOf = useExpressionFault();
  const { label, help, error, warning } = useFieldTexts(path);
  const [empty, setEmpty] = useState(false);
  const source = typeof value === 'string' ? value : '';
  const checked = useMemo(() => {
    const types = conditionTypes(variables);
    return spec.gives === 'value' ? checkExpression(source, types) : checkCondition(source, types);
  }, [source, variables, spec.gives]);
  const suggest = useCallback((text: string, caret: number) => suggestCondition(text, caret, { variables, languages, language }), [variables, languages, language]);
  const fault = checked.ok || checked.at === undefined ? undefined : { at: Math.min(checked.at, source.length - 1), until: checked.until ?? wordEnd(source, checked.at) };
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={checked.ok ? error : sentenceOf(source, checked)}>
      {(control) => (
        <SuggestTextArea
          control={control}
          code
          maxLength={LONGEST}
          readOnly={readOnly}
          value={empty ? '' : source}
          suggest={suggest}
          fault={empty ? undefined : fault}
          onBlur={() => {
            setEmpty(false);
            seal();
          }}
          onChange={(text) => {
            setEmpty(text === '');
            if (text !== '') set(path, text);
          }}
        />
      )}
    </Field>
  );
}

/** Where the word at a place ends; the end of the text when nothing stands there any more. */
function wordEnd(source: string, at: number): number {
  return at >= source.length ? source.length : at + (/^(\w[\w.]*|.)/.exec(source.slice(at))?.[0].length ?? 1);
}
