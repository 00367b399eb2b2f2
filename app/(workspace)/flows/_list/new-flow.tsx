'use client';

import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';

const LONGEST_NAME = 120;

interface NewFlowProps {
  variant?: 'primary' | 'secondary';
  /** What the button says where “new flow” would not tell it apart. */
  label?: string;
}

/** A new flow needs nothing but a name; then its canvas opens. */
export function NewFlow({ variant = 'primary', label }: NewFlowProps) {
  const t = useTranslations('flows');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const router = useRouter();
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<'missing' | 'long' | null>(null);
  const create = useMutation(trpc.flows.create.mutationOptions({ onSuccess: ({ id }) => router.push(`/flows/${id}`) }));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    const found = wanted === '' ? 'missing' : wanted.length > LONGEST_NAME ? 'long' : null;
    setFault(found);
    if (!found) create.mutate({ name: wanted });
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setFault(null);
        create.reset();
      }}
      title={t('create.title')}
      trigger={<Button variant={variant} icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}>{label ?? t('new')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending || create.isSuccess}>{t('create.submit')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <Field label={t('create.name')} help={t('create.help')} error={fault && t(`create.${fault}`)} required>
          {(control) => (
            <TextInput {...control} size="lg" autoFocus autoComplete="off" placeholder={t('create.placeholder')} value={name}
              onChange={(event) => {
                setName(event.target.value);
                setFault(null);
              }} />
          )}
        </Field>
      </form>
      {create.isError ? <ErrorMessage className="mt-4" code={errorCode(create.error)} /> : null}
    </Dialog>
  );
}
