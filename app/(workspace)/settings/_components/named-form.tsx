'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { errorCode } from '../../../_trpc/error-code';
import { noName } from '../_logic/no-name';
import { NameFields } from './name-fields';

const KEY = /^[a-z0-9][a-z0-9-]{0,39}$/;

export interface NamedFormProps {
  title: string;
  submit: string;
  /** Names it has already; without them it is new, and may be given a key. */
  name?: Record<string, string>;
  onSubmit: (made: { name: Record<string, string>; key?: string }) => void;
  onClose: () => void;
  busy: boolean;
  error: unknown;
  children?: ReactNode;
}

/** The names of a skill, a queue or a calendar, and for a new one its key. `children` are what else it has. */
export function NamedForm({ title, submit, name: before, onSubmit, onClose, busy, error, children }: NamedFormProps) {
  const t = useTranslations('settings.name');
  const common = useTranslations('common');
  const formId = useId();
  const [name, setName] = useState(before ?? {});
  const [key, setKey] = useState('');
  const [checked, setChecked] = useState(false);
  const keyFault = key !== '' && !KEY.test(key);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (noName(name) || keyFault) return;
    const written = Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== ''));
    onSubmit({ name: written, ...(key !== '' && { key }) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      width="560px"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>{submit}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="space-y-4">
        <NameFields autoFocus value={name} onChange={setName} missing={checked && noName(name)} />
        {before ? null : (
          <Field label={t('key')} help={t('keyHelp')} error={checked && keyFault ? t('keyFault') : null}>
            {(control) => <TextInput {...control} autoComplete="off" spellCheck={false} maxLength={40} value={key} onChange={(event) => setKey(event.target.value.trim())} />}
          </Field>
        )}
        {children}
      </form>
      {error ? <ErrorMessage className="mt-4" code={errorCode(error)} /> : null}
    </Dialog>
  );
}
