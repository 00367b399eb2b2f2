'use client';

import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { languageName } from '../../flows/[flowId]/_editor/language-name';
import { emptyContent } from '../_logic/empty-content';
import { LONGEST_TITLE } from '../_logic/lengths';

/** A new article begins with the question it answers; then its editor opens. It is found once it has an answer. */
export function NewArticle({ languages }: { languages: readonly string[] }) {
  const t = useTranslations('articles');
  const common = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const router = useRouter();
  const formId = useId();
  const language = languages.find((candidate) => candidate.split('-')[0] === locale) ?? languages[0] ?? locale;
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const create = useMutation(trpc.knowledge.create.mutationOptions({ onSuccess: ({ id }) => router.push(`/articles/${id}`) }));

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = title.trim();
    setMissing(wanted === '');
    if (wanted !== '') create.mutate({ content: { ...emptyContent(), title: { [language]: wanted } } });
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setMissing(false);
        create.reset();
      }}
      title={t('new')}
      trigger={<Button variant="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}>{t('new')}</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending || create.isSuccess}>{t('create.submit')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <Field label={t('create.title', { language: languageName(language, locale) })} help={t('create.help')} error={missing ? t('create.missing') : null} required>
          {(control) => (
            <TextInput {...control} lang={language} size="lg" autoFocus autoComplete="off" maxLength={LONGEST_TITLE} placeholder={t('create.placeholder')} value={title}
              onChange={(event) => {
                setTitle(event.target.value);
                setMissing(false);
              }} />
          )}
        </Field>
      </form>
      {create.isError ? <ErrorMessage className="mt-4" code={errorCode(create.error)} /> : null}
    </Dialog>
  );
}
