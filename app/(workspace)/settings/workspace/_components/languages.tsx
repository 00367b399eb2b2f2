'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { languageName } from '@/lib/i18n/language-name';
import { Chip } from '@/lib/ui/chip';
import { ErrorMessage } from '@/lib/ui/error-message';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { RowMenu } from '../../_components/row-menu';
import { AddLanguage } from './add-language';
import { RemoveLanguage } from './remove-language';

/** The languages customers are answered in, the default first. */
export function Languages({ languages }: { languages: readonly string[] }) {
  const t = useTranslations('settings.workspace');
  const common = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [removing, setRemoving] = useState<string | null>(null);
  const makeDefault = useMutation(trpc.settings.makeDefaultLanguage.mutationOptions({ onSettled: () => void client.invalidateQueries(trpc.settings.pathFilter()) }));
  const choose = (language: string, before?: string): void =>
    makeDefault.mutate({ language }, {
      onSuccess: () =>
        toast(t('madeDefault', { language: languageName(language, locale) }), before === undefined ? {} : { action: { label: common('undo'), onAction: () => choose(before) } }),
    });
  return (
    <section>
      <h2 className="text-lg font-strong text-ink">{t('languages')}</h2>
      <p className="mt-0.5 text-sm text-ink-2">{t('languagesHelp')}</p>
      {makeDefault.isError ? <ErrorMessage className="mt-3" code={errorCode(makeDefault.error)} /> : null}
      <ul className="mt-3 overflow-hidden rounded-lg border border-line bg-surface">
        {languages.map((language, index) => {
          const name = languageName(language, locale);
          return (
            <li key={language} className="flex min-h-11 items-center gap-2 border-b border-line py-1 pr-3 pl-5 last:border-b-0">
              <span className="text-sm font-medium text-ink">{name}</span>
              <code className="font-mono text-xs text-ink-3">{language}</code>
              {index === 0 ? <Chip tone="accent">{t('default')}</Chip> : null}
              {index > 0 ? (
                <span className="ml-auto">
                  <RowMenu
                    label={t('acts', { language: name })}
                    entries={[
                      { key: 'default', label: t('makeDefault'), onSelect: () => choose(language, languages[0]) },
                      { key: 'remove', label: t('remove'), danger: true, onSelect: () => setRemoving(language) },
                    ]}
                  />
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      <AddLanguage known={languages} />
      {removing === null ? null : <RemoveLanguage language={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}
