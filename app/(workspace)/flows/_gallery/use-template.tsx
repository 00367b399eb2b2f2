'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import type { ReferenceMapping } from '@/flows/compiler/references/map-references';
import { pickText } from '@/flows/document/localized-text';
import type { TemplateCard } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { ReferenceMap } from '../_files/reference-map';

const LONGEST_NAME = 120;

/** The name of the copy, and what to take for what the workspace lacks; then its canvas opens. */
export function UseTemplate({ template, onClose }: { template: TemplateCard; onClose: () => void }) {
  const t = useTranslations('flows');
  const common = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const router = useRouter();
  const formId = useId();
  const own = pickText(template.name, locale, ['en', 'fr']);
  const [name, setName] = useState(own);
  const [missing, setMissing] = useState(false);
  const [mapping, setMapping] = useState<ReferenceMapping[]>([]);
  const references = useQuery(trpc.workspace.references.queryOptions());
  const create = useMutation(trpc.flows.createFromTemplate.mutationOptions({ onSuccess: ({ id }) => router.push(`/flows/${id}`) }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    setMissing(wanted === '');
    if (wanted !== '') create.mutate({ template: template.key, name: wanted, references: mapping });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('gallery.createTitle', { name: own })}
      description={t('gallery.createText', { steps: template.nodeCount, tests: template.testCount })}
      width="520px"
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending || create.isSuccess}>{t('create.submit')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <Field label={t('create.name')} help={t('create.help')} error={missing ? t('create.missing') : null} required>
          {(control) => <TextInput {...control} size="lg" autoComplete="off" maxLength={LONGEST_NAME} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <ReferenceMap missing={template.missing} references={references.data} value={mapping} onChange={setMapping} />
      </form>
      {create.isError ? <ErrorMessage className="mt-4" code={errorCode(create.error)} /> : null}
    </Dialog>
  );
}
