'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { languageName } from '@/lib/i18n/language-name';
import { Button } from '@/lib/ui/button';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { languageTag } from '../../_logic/language-tag';

/** One more language, by its code; its name is said as soon as it is one. */
export function AddLanguage({ known }: { known: readonly string[] }) {
  const t = useTranslations('settings.workspace');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const add = useMutation(trpc.settings.addLanguage.mutationOptions({
    onSuccess(_, { language }) {
      void client.invalidateQueries(trpc.settings.pathFilter());
      toast(t('added', { language: languageName(language, locale) }));
      setCode('');
      setChecked(false);
    },
  }));
  const tag = languageTag(code);
  const fault = tag === null ? 'codeFault' : known.includes(tag) ? 'codeKnown' : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (tag !== null && !fault) add.mutate({ language: tag });
  };
  return (
    <form noValidate onSubmit={submit} className="mt-4 flex flex-wrap items-start gap-2">
      <Field label={t('code')} help={t('codeHelp')} error={checked && fault ? t(fault) : null} className="min-w-0 basis-52 max-sm:flex-1">
        {(control) => <TextInput {...control} autoComplete="off" spellCheck={false} autoCapitalize="none" maxLength={35} value={code} onChange={(event) => setCode(event.target.value.trim())} />}
      </Field>
      <Button type="submit" busy={add.isPending} icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} className="mt-[22px]">
        {tag === null || fault ? t('addPlain') : t('add', { language: languageName(tag, locale) })}
      </Button>
      {add.isError ? <ErrorMessage code={errorCode(add.error)} className="basis-full" /> : null}
    </form>
  );
}
