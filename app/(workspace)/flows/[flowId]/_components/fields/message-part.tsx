'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import type { FieldPath } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { InsertPlaceholder } from './insert-placeholder';
import { TemplateArea } from './template-area';
import { useFieldTexts } from './use-field-texts';

const LONGEST = 4096;

interface MessagePartProps {
  /** Where the message stands, and where this text of it does. */
  path: FieldPath;
  textPath: FieldPath;
  text: string;
  language: string;
  label: string;
  hideLabel: boolean;
  /** No other language stands beside it. */
  only: boolean;
  /** The last bubble says what there is to say about the message. */
  last: boolean;
  aside: ReactNode;
  onAdd: (() => void) | undefined;
}

/** One bubble in one language. */
export function MessagePart({ path, textPath, text, language, label, hideLabel, only, last, aside, onAdd }: MessagePartProps) {
  const t = useTranslations('studio.message');
  const { set, seal, readOnly } = useFieldForm();
  const { help, error, warning } = useFieldTexts(path, only ? undefined : language);
  const write = (next: string) => set(textPath, next);
  return (
    <Field label={label} hideLabel={hideLabel} help={last && (help || warning) ? <FieldNote help={help} warning={warning} /> : undefined} error={last ? error : undefined} aside={aside}>
      {(control) => (
        <>
          <TemplateArea control={control} lang={language} value={text} readOnly={readOnly} maxLength={LONGEST} onBlur={seal} onChange={write} />
          {!readOnly && (
            <div className="-mt-0.5 -ml-2.5 flex flex-wrap">
              <InsertPlaceholder fieldId={control.id} text={text} onInsert={write} />
              {last && onAdd && (
                <Button size="sm" variant="quiet" icon={<Plus aria-hidden size={14} strokeWidth={1.75} />} onClick={onAdd}>
                  {t('add')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Field>
  );
}
