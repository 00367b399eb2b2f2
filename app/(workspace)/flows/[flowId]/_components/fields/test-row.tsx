'use client';

import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { VARIABLE_TYPES } from '@/flows/document/variable';
import { OPERATORS_OF, takesValue, type Operator } from '@/flows/nodes/condition/operators';
import { IconButton } from '@/lib/ui/icon-button';
import { Select } from '@/lib/ui/select';
import { fieldLabel } from '../../_editor/field-label';
import { useEditorStore, useEditor } from '../../_editor/use-editor';
import { comparedType, withOperator, withVariable, type TestRowData } from '../../_form/condition-test';
import type { FieldPath } from './data-field-props';
import { useFieldForm } from './field-context';
import { LiteralInput } from './literal-input';
import { useFieldTexts } from './use-field-texts';
import { VariableSelect } from './variable-select';

interface TestRowProps {
  path: FieldPath;
  test: TestRowData;
  number: number;
  onRemove: () => void;
}

/** One row: which variable, how it is compared, with what. */
export function TestRow({ path, test, number, onRemove }: TestRowProps) {
  const t = useTranslations('studio.tests');
  const locale = useLocale();
  const store = useEditorStore();
  const { node, set, seal, readOnly } = useFieldForm();
  const variables = useEditor((editor) => editor.document.variables);
  const { error } = useFieldTexts(path);
  const place = path.filter((step) => typeof step === 'string').join('.');
  const labelOf = (name: string) => fieldLabel(node.type, `${place}.${name}`, locale);
  const type = variables.find(({ name }) => name === test.variable)?.type;
  const operators = type === undefined ? [test.operator] : withCurrent(OPERATORS_OF[type], test.operator);
  const choose = (name: string | null) => {
    // The newest list: the variable may have been declared a moment ago.
    const variable = store.getState().document.variables.find((each) => each.name === name);
    if (variable) set(path, withVariable(test, variable));
  };
  return (
    <div role="group" aria-label={t('row', { number })} className="flex flex-col gap-1.5 rounded-md border border-line bg-surface p-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <VariableSelect control={{ 'aria-label': labelOf('variable') }} value={test.variable} types={VARIABLE_TYPES} readOnly={readOnly} onChange={choose} />
        </div>
        {!readOnly && (
          <IconButton size="sm" label={t('remove', { number })} onClick={onRemove}>
            <Trash2 aria-hidden size={14} strokeWidth={1.75} />
          </IconButton>
        )}
      </div>
      <div className="grid grid-cols-2 gap-1.5">
        <Select
          aria-label={labelOf('operator')}
          value={test.operator}
          disabled={readOnly || type === undefined}
          onValueChange={(next) => set(path, withOperator(test, next as Operator, type ?? 'text'))}
          options={operators.map((operator) => ({ value: operator, label: labelOf(`operator.${operator}`) }))}
        />
        {takesValue(test.operator) && (
          <LiteralInput
            key={type ?? ''}
            control={{ 'aria-label': labelOf('value') }}
            type={comparedType(type ?? 'text')}
            value={test.value}
            readOnly={readOnly}
            onChange={(value) => set([...path, 'value'], value)}
            onBlur={seal}
          />
        )}
      </div>
      {error && <p className="text-xs text-stop">{error}</p>}
    </div>
  );
}

/** An operator that no longer fits stays visible until another is chosen. */
function withCurrent(fitting: readonly Operator[], current: Operator): readonly Operator[] {
  return fitting.includes(current) ? fitting : [...fitting, current];
}
