'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import type { SecretView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
const SHORTEST = 8;

/** A new secret, or a new name or value for one there is. What it holds now is not known here. */
export function SecretForm({ secret, onClose }: { secret: SecretView | null; onClose: () => void }) {
  const t = useTranslations('settings.secrets');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(secret?.name ?? '');
  const [key, setKey] = useState(secret?.key ?? '');
  const [value, setValue] = useState('');
  const [checked, setChecked] = useState(false);
  const onSuccess = (): void => {
    void client.invalidateQueries(trpc.secrets.pathFilter());
    toast(t('saved', { name: name.trim() }));
    onClose();
  };
  const create = useMutation(trpc.secrets.create.mutationOptions({ onSuccess }));
  const save = useMutation(trpc.secrets.save.mutationOptions({ onSuccess }));
  const { isPending, error } = secret ? save : create;
  const keeps = secret !== null && value === '';
  const faults = { name: name.trim() === '', key: !KEY.test(key), value: !keeps && value.length < SHORTEST };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (faults.name || faults.key || faults.value) return;
    if (secret) save.mutate({ key, name, ...(!keeps && { value }) });
    else create.mutate({ key, name, value });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      width="520px"
      title={secret ? t('editTitle', { name: secret.name }) : t('addTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={isPending}>{secret ? common('save') : t('add')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={send} className="space-y-4">
        <Field label={t('name')} error={checked && faults.name ? t('nameMissing') : null}>
          {(control) => <TextInput {...control} autoFocus maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        {secret ? null : (
          <Field label={t('key')} help={t('keyHelp')} error={checked && faults.key ? t('keyFault') : null}>
            {(control) => <TextInput {...control} autoComplete="off" spellCheck={false} maxLength={40} value={key} onChange={(event) => setKey(event.target.value.trim())} />}
          </Field>
        )}
        <Field label={t('value')} help={secret ? t('valueKeep') : t('valueHelp')} error={checked && faults.value ? t('valueFault') : null}>
          {(control) => <TextInput {...control} type="password" autoComplete="new-password" spellCheck={false} maxLength={4096} value={value} onChange={(event) => setValue(event.target.value)} />}
        </Field>
      </form>
      {error ? <ErrorMessage className="mt-4" code={errorCode(error)} /> : null}
    </Dialog>
  );
}
