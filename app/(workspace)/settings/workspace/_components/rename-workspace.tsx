'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/lib/ui/button';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';

/** The name customers read where a chat has no title of its own. */
export function RenameWorkspace({ name: before }: { name: string }) {
  const t = useTranslations('settings.workspace');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState(before);
  const [checked, setChecked] = useState(false);
  const rename = useMutation(trpc.settings.rename.mutationOptions());
  const write = (wanted: string, undo?: string): void =>
    rename.mutate({ name: wanted }, {
      onSuccess() {
        setName(wanted);
        toast(t('renamed', { name: wanted }), undo === undefined ? {} : { action: { label: common('undo'), onAction: () => write(undo) } });
        void client.invalidateQueries(trpc.settings.pathFilter());
        void client.invalidateQueries(trpc.session.pathFilter());
      },
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== '' && name.trim() !== before) write(name.trim(), before);
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-3">
      <div className="flex flex-wrap items-start gap-2">
        <Field label={t('name')} help={t('nameHelp')} error={checked && name.trim() === '' ? t('nameMissing') : null} required className="min-w-0 flex-1 basis-64">
          {(control) => <TextInput {...control} autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Button type="submit" busy={rename.isPending} className="mt-[22px]">{t('rename')}</Button>
      </div>
      {rename.isError ? <ErrorMessage code={errorCode(rename.error)} /> : null}
    </form>
  );
}
