'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Json } from '@/flows/document/json';
import { IconButton } from '@/lib/ui/icon-button';
import { emptyValue } from '../../_form/empty-value';
import { useEditor } from '../../_editor/use-editor';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { LanguageColumns } from './language-columns';
import { MessagePart } from './message-part';
import { textAt } from './text-at';
import { useFieldTexts } from './use-field-texts';

const MOST_PARTS = 10;

/** What the assistant says, one bubble under the other, in the language of the canvas or in all. */
export function MessageField({ path, value, hideLabel = false }: DataFieldProps) {
  const t = useTranslations('studio.message');
  const { set, readOnly } = useFieldForm();
  const languages = useEditor((editor) => editor.document.languages);
  const { label } = useFieldTexts(path);
  const parts = partsOf(value);
  const partsPath = [...path, 'parts'];
  const add = () => set(partsPath, [...parts, ...partsOf(emptyValue({ kind: 'message', nullable: false }, languages, () => ''))]);
  return (
    <div className="flex flex-col gap-2">
      {parts.map((part, index) => (
        <LanguageColumns key={index} label={parts.length > 1 ? t('part', { label, number: index + 1 }) : label}>
          {(language, name, only) => (
            <MessagePart
              path={path}
              textPath={[...partsPath, index, 'text', language]}
              text={textAt(textOf(part), language)}
              language={language}
              label={name}
              hideLabel={hideLabel && parts.length === 1 && only}
              only={only}
              last={index === parts.length - 1}
              aside={
                parts.length > 1 && !readOnly && (only || language === languages.at(-1)) ? (
                  <IconButton size="sm" label={t('remove', { number: index + 1 })} onClick={() => set(partsPath, parts.toSpliced(index, 1))}>
                    <Trash2 aria-hidden size={14} strokeWidth={1.75} />
                  </IconButton>
                ) : undefined
              }
              onAdd={parts.length < MOST_PARTS && (only || language === languages[0]) ? add : undefined}
            />
          )}
        </LanguageColumns>
      ))}
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
