'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Variable, VariableType } from '@/flows/document/variable';
import { Button } from '@/lib/ui/button';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { useEditorStore } from '../../_editor/use-editor';
import { declareVariable, nameFault } from '../../_form/declare-variable';
import { VariableKind } from './variable-kind';

/** A list that opened this gives the focus back to its button first. */
const SETTLED_MS = 60;

interface NewVariableProps {
  /** The types it may be; the first is proposed. */
  types: readonly VariableType[];
  /** Its name, or null when nothing was declared. */
  onDone: (name: string | null) => void;
}

/** Declares a variable: a name, what it holds, and whose it is. */
export function NewVariable({ types, onDone }: NewVariableProps) {
  const t = useTranslations('studio.variables');
  const store = useEditorStore();
  const [name, setName] = useState('');
  const [type, setType] = useState<VariableType>(types[0] ?? 'text');
  const [scope, setScope] = useState<Variable['scope']>('conversation');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus(), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  const fault = nameFault(name, store.getState().document.variables);
  const declare = () => {
    setTried(true);
    if (fault !== null) return;
    const { document, apply } = store.getState();
    const label = Object.fromEntries(document.languages.map((locale) => [locale, '']));
    if (apply(declareVariable(document, { name, type, scope, label }))) onDone(name);
  };
  return (
    <div role="group" aria-label={t('newTitle')} className="flex flex-col gap-3 rounded-md border border-line bg-canvas p-3">
      <Field label={t('name')} help={t('nameHelp')} error={fault !== null && (tried || fault === 'taken') ? t(`fault.${fault}`) : undefined}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.target.value.trim())}
            onKeyDown={(event) => {
              if (event.key === 'Enter') declare();
              if (event.key !== 'Escape') return;
              event.preventDefault();
              onDone(null);
            }}
          />
        )}
      </Field>
      <VariableKind types={types} type={type} scope={scope} readOnly={false} onType={setType} onScope={setScope} />
      <div className="flex gap-2">
        <Button size="sm" variant="secondary" onClick={declare}>{t('create')}</Button>
        <Button size="sm" variant="quiet" onClick={() => onDone(null)}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
