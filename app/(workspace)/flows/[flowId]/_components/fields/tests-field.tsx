'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FieldSpec } from '../../_form/field-spec';
import { testOf, type TestRowData } from '../../_form/condition-test';
import { Button } from '@/lib/ui/button';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { TestRow } from './test-row';
import { useFieldTexts } from './use-field-texts';

const BLANK: TestRowData = { variable: '', operator: 'is', value: '' };

/** The rows of a condition: a variable, a comparison, a value. */
export function TestsField({ spec, path, value }: DataFieldProps<FieldSpec & { kind: 'condition-tests' }>) {
  const t = useTranslations('studio.tests');
  const { set, readOnly } = useFieldForm();
  const { label, help, error } = useFieldTexts(path);
  const rows = Array.isArray(value) ? value : [];
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-xs font-label text-ink-2">{label}</legend>
      {rows.map((row, index) => (
        <TestRow key={index} path={[...path, index]} test={testOf(row)} number={index + 1} onRemove={() => set(path, rows.toSpliced(index, 1))} />
      ))}
      {!readOnly && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden size={14} strokeWidth={1.75} />}
          disabledReason={rows.length >= spec.maximum ? t('full', { count: spec.maximum }) : undefined}
          onClick={() => set(path, [...rows, BLANK])}
        >
          {t('add')}
        </Button>
      )}
      {error && rows.length === 0 ? <p className="text-xs text-stop">{error}</p> : <p className="text-xs text-ink-3">{help}</p>}
    </fieldset>
  );
}
