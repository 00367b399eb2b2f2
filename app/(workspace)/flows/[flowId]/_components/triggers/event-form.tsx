'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ApiEventTrigger } from '@/flows/document/trigger';
import { VARIABLE_TYPES } from '@/flows/document/variable';
import { Field } from '@/lib/ui/field';
import { IconButton } from '@/lib/ui/icon-button';
import { TextInput } from '@/lib/ui/text-input';
import { useEditor } from '../../_editor/use-editor';
import { VariableSelect } from '../fields/variable-select';
import { useTriggerForm } from './trigger-context';

/** The event's name, and where the variables stand in its data. */
export function EventForm({ trigger }: { trigger: ApiEventTrigger }) {
  const t = useTranslations('studio.triggers');
  const { change, seal, readOnly, autoFocus, errorAt } = useTriggerForm();
  const declared = useEditor((editor) => editor.document.variables);
  const [filled, setFilled] = useState<string | null>(null);
  const { event, variables } = trigger;
  const left = declared.filter(({ name }) => !Object.hasOwn(variables, name));
  const put = (name: string, path: string) => change({ ...trigger, variables: { ...variables, [name]: path } });
  const take = (gone: string) => change({ ...trigger, variables: Object.fromEntries(Object.entries(variables).filter(([name]) => name !== gone)) });
  return (
    <>
      <Field label={t('event')} help={t('eventHelp')} error={errorAt('event') ?? errorAt()}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus={autoFocus && event === ''}
            autoCapitalize="none"
            spellCheck={false}
            className="font-mono"
            maxLength={80}
            readOnly={readOnly}
            value={event}
            onBlur={seal}
            onChange={({ target }) => change({ ...trigger, event: target.value.trim() })}
          />
        )}
      </Field>
      {Object.entries(variables).map(([name, path]) => (
        <Field key={name} label={<span className="font-mono">{name}</span>} help={t('pathHelp')} error={errorAt('variables', name)}>
          {(control) => (
            <div className="flex items-center gap-1">
              <TextInput
                {...control}
                autoFocus={name === filled}
                autoCapitalize="none"
                spellCheck={false}
                className="min-w-0 flex-1 font-mono"
                maxLength={200}
                readOnly={readOnly}
                value={path}
                onBlur={seal}
                onChange={({ target }) => put(name, target.value.trim())}
              />
              {!readOnly && <IconButton label={t('unfill', { name })} onClick={() => take(name)}><X aria-hidden size={16} strokeWidth={1.75} /></IconButton>}
            </div>
          )}
        </Field>
      ))}
      {!readOnly && (left.length > 0 || declared.length === 0) && (
        <Field label={t('fill')}>
          {(control) => (
            <VariableSelect
              key={Object.keys(variables).length}
              control={control}
              value={null}
              types={VARIABLE_TYPES}
              readOnly={false}
              onChange={(name) => {
                if (name === null || Object.hasOwn(variables, name)) return;
                setFilled(name);
                put(name, '');
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}
