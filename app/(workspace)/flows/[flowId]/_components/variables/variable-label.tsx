'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { Variable } from '@/flows/document/variable';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';

interface VariableLabelProps {
  variable: Variable;
  language: string;
  readOnly: boolean;
  onChange: (label: LocalizedText) => void;
}

/** What people call the variable, in the language of the canvas; stored when the field is left. */
export function VariableLabel({ variable, language, readOnly, onChange }: VariableLabelProps) {
  const t = useTranslations('studio.variables');
  const [typing, setTyping] = useState<string | null>(null);
  const stored = variable.label[language] ?? '';
  const store = () => {
    if (typing !== null && typing !== stored) onChange({ ...variable.label, [language]: typing });
    setTyping(null);
  };
  return (
    <Field label={t('label')} help={t('labelHelp')}>
      {(control) => (
        <TextInput
          {...control}
          lang={language}
          maxLength={120}
          readOnly={readOnly}
          value={typing ?? stored}
          onChange={(event) => setTyping(event.target.value)}
          onBlur={store}
          onKeyDown={(event) => {
            if (event.key === 'Enter') store();
          }}
        />
      )}
    </Field>
  );
}
