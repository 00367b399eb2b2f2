'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Json } from '@/flows/document/json';
import { Button } from '@/lib/ui/button';
import { freshId } from '../../_editor/fresh-id';
import { useEditor } from '../../_editor/use-editor';
import { emptyValue } from '../../_form/empty-value';
import type { FieldSpec } from '../../_form/field-spec';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { ListItem } from './list-item';
import { useFieldTexts } from './use-field-texts';

/** A list of like things, such as the options of a question: add, remove, and reorder by buttons. */
export function ListField({ spec, path, value }: DataFieldProps<FieldSpec & { kind: 'list' }>) {
  const t = useTranslations('studio.list');
  const { set, readOnly } = useFieldForm();
  const languages = useEditor((editor) => editor.document.languages);
  const { label, help, error } = useFieldTexts(path);
  const items = Array.isArray(value) ? value : [];
  const full = items.length >= spec.maximum;
  const root = useRef<HTMLFieldSetElement>(null);
  /** The keyboard goes on in what was added, and is not lost with what was removed. */
  const focus = (selector: string) => requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = () => {
    set(path, [...items, emptyValue(spec.item, languages, newId)]);
    focus(':scope > div:last-of-type :is(input, textarea, [role="combobox"])');
  };
  const remove = (index: number) => {
    set(path, items.toSpliced(index, 1));
    focus(':scope > button');
  };

  return (
    <fieldset ref={root} className="flex flex-col gap-2">
      <legend className="mb-1.5 text-xs font-label text-ink-2">{label}</legend>
      {items.map((item, index) => (
        <ListItem
          key={idOf(item) ?? index}
          of={spec.of}
          spec={spec.item}
          path={[...path, index]}
          value={item}
          number={index + 1}
          count={items.length}
          removable={items.length > spec.minimum}
          onRemove={() => remove(index)}
          onMove={(by) => set(path, moved(items, index, index + by))}
        />
      ))}
      {!readOnly && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden size={14} strokeWidth={1.75} />}
          disabledReason={full ? t('full', { of: spec.of, count: spec.maximum }) : undefined}
          onClick={add}
        >
          {t('add', { of: spec.of })}
        </Button>
      )}
      <p className={error && items.length < spec.minimum ? 'text-xs text-stop' : 'text-xs text-ink-3'}>{help}</p>
    </fieldset>
  );

  function newId(): string {
    const taken = new Set(items.map(idOf));
    return freshId('o', (id) => taken.has(id));
  }
}

function idOf(item: Json): string | undefined {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
}

function moved(items: readonly Json[], from: number, to: number): Json[] {
  const item = items[from];
  return item === undefined ? [...items] : items.toSpliced(from, 1).toSpliced(to, 0, item);
}
