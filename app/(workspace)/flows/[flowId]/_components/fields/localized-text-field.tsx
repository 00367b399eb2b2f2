'use client';

import type { FieldSpec } from '../../_form/field-spec';
import { Field } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import { TextInput } from '@/lib/ui/text-input';
import type { DataFieldProps } from './data-field-props';
import { useFieldForm } from './field-context';
import { FieldNote } from './field-note';
import { InsertPlaceholder } from './insert-placeholder';
import { LanguageColumns } from './language-columns';
import { TemplateArea } from './template-area';
import { textAt } from './text-at';
import { useFieldTexts } from './use-field-texts';

const ONE_LINE = 200;

/** A text in the language of the canvas, or in all. */
export function LocalizedTextField(props: DataFieldProps<FieldSpec & { kind: 'localized-text' }>) {
  const { label } = useFieldTexts(props.path);
  return <LanguageColumns label={label}>{(language, name, only) => <OneLanguage {...props} language={language} label={name} only={only} />}</LanguageColumns>;
}

interface OneLanguageProps extends DataFieldProps<FieldSpec & { kind: 'localized-text' }> {
  language: string;
  label: string;
  only: boolean;
}

function OneLanguage({ spec, path, value, hideLabel = false, language, label, only }: OneLanguageProps) {
  const { set, seal, readOnly } = useFieldForm();
  const { help, error, warning } = useFieldTexts(path, only ? undefined : language);
  const Input = spec.maxLength !== undefined && spec.maxLength <= ONE_LINE ? TextInput : TextArea;
  const text = textAt(value, language);
  const write = (next: string) => set([...path, language], next);
  return (
    <Field label={label} hideLabel={hideLabel && only} help={help || warning ? <FieldNote help={help} warning={warning} /> : undefined} error={error}>
      {(control) =>
        spec.template ? (
          <>
            <TemplateArea control={control} lang={language} value={text} readOnly={readOnly} maxLength={spec.maxLength} secrets={spec.internal === true} onBlur={seal} onChange={write} />
            {!readOnly && (
              <div className="-mt-0.5 -ml-2.5 flex">
                <InsertPlaceholder fieldId={control.id} text={text} secrets={spec.internal === true} onInsert={write} />
              </div>
            )}
          </>
        ) : (
          <Input {...control} lang={language} value={text} readOnly={readOnly} maxLength={spec.maxLength} onBlur={seal} onChange={(event: { target: { value: string } }) => write(event.target.value)} />
        )
      }
    </Field>
  );
}
