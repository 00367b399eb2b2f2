'use client';

import { useTranslations } from 'next-intl';
import type { Variable, VariableType } from '@/flows/document/variable';
import { Field } from '@/lib/ui/field';
import { Select } from '@/lib/ui/select';

interface VariableKindProps {
  types: readonly VariableType[];
  type: VariableType;
  scope: Variable['scope'];
  readOnly: boolean;
  onType: (type: VariableType) => void;
  onScope: (scope: Variable['scope']) => void;
}

const SCOPES = ['conversation', 'contact'] as const;

/** What a variable holds, and how long it lasts. */
export function VariableKind({ types, type, scope, readOnly, onType, onScope }: VariableKindProps) {
  const t = useTranslations('studio.variables');
  return (
    <>
      <Field label={t('type')} help={type === 'secret' ? t('secretHelp') : undefined}>
        {(control) => (
          <Select
            {...control}
            value={type}
            disabled={readOnly}
            onValueChange={(next) => onType(next as VariableType)}
            options={types.map((each) => ({ value: each, label: t(`types.${each}`) }))}
          />
        )}
      </Field>
      <Field label={t('scope')} help={t(`scopeHelp.${scope}`)}>
        {(control) => (
          <Select
            {...control}
            value={scope}
            disabled={readOnly}
            onValueChange={(next) => onScope(next as Variable['scope'])}
            options={SCOPES.map((each) => ({ value: each, label: t(`scopes.${each}`) }))}
          />
        )}
      </Field>
    </>
  );
}
