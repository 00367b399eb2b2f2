'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import type { WidgetsView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { FlowSelect } from './flow-select';

/** Another chat: its name and its flow; then its look. */
export function NewWidget({ flows, onClose }: { flows: WidgetsView['flows']; onClose: () => void }) {
  const t = useTranslations('settings.widget');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const formId = useId();
  const [name, setName] = useState('');
  const [flowId, setFlowId] = useState(flows.find(({ published }) => published)?.id ?? null);
  const [checked, setChecked] = useState(false);
  const create = useMutation(trpc.widget.create.mutationOptions({
    async onSuccess({ id }) {
      await client.invalidateQueries(trpc.widget.pathFilter());
      router.push(`/settings/widget/${id}`);
    },
  }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== '') create.mutate({ name: name.trim(), flowId });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('addTitle')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending || create.isSuccess}>{t('add')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="space-y-4">
        <Field label={t('name')} help={t('nameHelp')} error={checked && name.trim() === '' ? t('nameMissing') : null} required>
          {(control) => <TextInput {...control} size="lg" autoFocus autoComplete="off" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t('flow')}>{(control) => <FlowSelect control={control} flows={flows} value={flowId} onChange={setFlowId} />}</Field>
      </form>
      {create.isError ? <ErrorMessage className="mt-4" code={errorCode(create.error)} /> : null}
    </Dialog>
  );
}
