'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';

/** A new key needs a name only: who will use it. */
export function ApiKeyForm({ onClose, onMade }: { onClose: () => void; onMade: (made: { name: string; secret: string }) => void }) {
  const t = useTranslations('settings.apiKeys');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const formId = useId();
  const [name, setName] = useState('');
  const [checked, setChecked] = useState(false);
  const wanted = name.trim();
  const create = useMutation(trpc.apiKeys.create.mutationOptions({
    onSuccess({ key }) {
      void client.invalidateQueries(trpc.apiKeys.pathFilter());
      onMade({ name: wanted, secret: key });
    },
  }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (wanted !== '') create.mutate({ name: wanted });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => { if (!open) onClose(); }}
      title={t('addTitle')}
      footer={<><Button onClick={onClose}>{common('cancel')}</Button><Button type="submit" form={formId} variant="primary" busy={create.isPending}>{t('addSubmit')}</Button></>}
    >
      <form id={formId} noValidate onSubmit={send}>
        <Field label={t('name')} help={t('nameHelp')} error={checked && wanted === '' ? t('nameMissing') : null}>
          {(control) => <TextInput {...control} autoFocus autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
      </form>
      {create.error ? <ErrorMessage className="mt-4" code={errorCode(create.error)} /> : null}
    </Dialog>
  );
}
