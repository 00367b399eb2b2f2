'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/lib/i18n/language-name';
import { Skeleton } from '@/lib/ui/skeleton';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';

/** Says where a language is spoken before customers are no longer offered it. */
export function RemoveLanguage({ language, onClose }: { language: string; onClose: () => void }) {
  const t = useTranslations('settings.workspace');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const name = languageName(language, locale);
  const uses = useQuery(trpc.settings.languageUses.queryOptions({ language }));
  const remove = useMutation(trpc.settings.removeLanguage.mutationOptions({
    onSuccess() {
      void client.invalidateQueries(trpc.settings.pathFilter());
      toast(t('removed', { language: name }));
      onClose();
    },
  }));
  const { flows = [], articles = 0 } = uses.data ?? {};
  return (
    <ConfirmDialog title={t('removeTitle', { language: name })} submit={t('removeSubmit')} onSubmit={() => remove.mutate({ language })} onClose={onClose} busy={remove.isPending || uses.isPending} error={remove.error ?? uses.error}>
      {uses.isPending ? <div aria-busy><Skeleton className="h-10" /></div> : null}
      {flows.length > 0 ? (
        <div>
          <p>{t('removeFlows', { count: flows.length })}</p>
          <ul className="mt-1 space-y-1">
            {flows.map((flow) => (
              <li key={flow.flowId}><Link href={`/flows/${flow.flowId}`} className="text-sm font-medium text-accent underline underline-offset-2 [overflow-wrap:anywhere] pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center">{flow.name}</Link></li>
            ))}
          </ul>
        </div>
      ) : null}
      {articles > 0 ? <p>{t('removeArticles', { count: articles })}</p> : null}
      {uses.data && flows.length === 0 && articles === 0 ? <p>{t('removeUnused')}</p> : null}
      <p>{t('removeText')}</p>
    </ConfirmDialog>
  );
}
