'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Json } from '@/flows/document/json';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { IconButton } from '@/lib/ui/icon-button';
import { TextArea } from '@/lib/ui/text-area';
import { emptyValue } from '../../_form/empty-value';
import { useEditor } from '../../_editor/use-editor';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { insertAt } from './insert-at';
import { InsertPlaceholder } from './insert-placeholder';
import { textAt } from './text-at';
import { useFieldTexts } from './use-field-texts';

const MOST_PARTS = 10;
const LONGEST = 4096;

/** What the assistant says, one bubble under the other, in the language of the canvas. */
export function MessageField({ path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.message');
  const { set, seal, readOnly } = useFieldForm();
  const language = useEditor((editor) => editor.language);
  const languages = useEditor((editor) => editor.document.languages);
  const { label, help, error, warning } = useFieldTexts(path);
  const parts = partsOf(value);
  const partsPath = [...path, 'parts'];
  const add = () => set(partsPath, [...parts, ...partsOf(emptyValue({ kind: 'message', nullable: false }, languages, () => ''))]);
  return (
    <div className="flex flex-col gap-2">
      {parts.map((part, index) => {
        const textPath = [...partsPath, index, 'text', language];
        const text = textAt(textOf(part), language);
        const last = index === parts.length - 1;
        return (
          <Field
            key={index}
            label={parts.length > 1 ? t('part', { label, number: index + 1 }) : label}
            hideLabel={hideLabel && parts.length === 1}
            help={last && (help || warning) ? <FieldNote help={help} warning={warning} /> : undefined}
            error={last ? error : undefined}
            aside={
              parts.length > 1 && !readOnly ? (
                <IconButton size="sm" label={t('remove', { number: index + 1 })} onClick={() => set(partsPath, parts.toSpliced(index, 1))}>
                  <Trash2 aria-hidden size={14} strokeWidth={1.75} />
                </IconButton>
              ) : undefined
            }
          >
            {(control) => (
              <>
                <TextArea {...control} lang={language} rows={2} value={text} readOnly={readOnly} maxLength={LONGEST} onBlur={seal} onChange={(event) => set(textPath, event.target.value)} />
                {!readOnly && (
                  <div className="-mt-0.5 -ml-2.5 flex flex-wrap">
                    <InsertPlaceholder onInsert={(placeholder) => set(textPath, insertAt(control.id, text, placeholder))} />
                    {last && parts.length < MOST_PARTS && (
                      <Button size="sm" variant="quiet" icon={<Plus aria-hidden size={14} strokeWidth={1.75} />} onClick={add}>
                        {t('add')}
                      </Button>
                    )}
                  </div>
                )}
              </>
            )}
          </Field>
        );
      })}
    </div>
  );
}

function partsOf(value: Json | undefined): Json[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Array.isArray(value['parts']) ? value['parts'] : [];
}

function textOf(part: Json): Json | undefined {
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? part['text'] : undefined;
}
