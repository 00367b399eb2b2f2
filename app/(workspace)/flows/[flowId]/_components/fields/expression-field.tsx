'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { checkCondition, checkExpression } from '@/flows/expressions/condition';
import { conditionTypes } from '@/flows/expressions/variable-types';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import { useEditor } from '../../_editor/use-editor';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { useFieldTexts } from './use-field-texts';

const LONGEST = 4096;

/** CEL, checked as it is typed against the declared variables. Nothing at all is not stored and goes when the field is left. */
export function ExpressionField({ spec, path, value, hideLabel = false }: DataFieldProps<FieldSpec & { kind: 'expression' }>) {
  const t = useTranslations('studio.expression');
  const { set, seal, readOnly } = useFieldForm();
  const variables = useEditor((editor) => editor.document.variables);
  const { label, help, error, warning } = useFieldTexts(path);
  const [empty, setEmpty] = useState(false);
  const source = typeof value === 'string' ? value : '';
  const checked = useMemo(() => {
    const types = conditionTypes(variables);
    return spec.gives === 'value' ? checkExpression(source, types) : checkCondition(source, types);
  }, [source, variables, spec.gives]);
  const fault = checked.ok ? undefined : checked.at === undefined ? t('fault', { message: checked.message }) : t('faultAt', { message: checked.message, at: checked.at + 1 });
  return (
    <Field label={label} hideLabel={hideLabel} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={fault ?? error}>
      {(control) => (
        <TextArea
          {...control}
          rows={2}
          spellCheck={false}
          autoCapitalize="none"
          className="font-mono text-sm"
          maxLength={LONGEST}
          readOnly={readOnly}
          value={empty ? '' : source}
          onBlur={() => {
            setEmpty(false);
            seal();
          }}
          onChange={(event) => {
            setEmpty(event.target.value === '');
            if (event.target.value !== '') set(path, event.target.value);
          }}
        />
      )}
    </Field>
  );
}
