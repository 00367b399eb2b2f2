'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { useTRPC, useTRPCClient } from '../../../../_trpc/provider';
import type { useArticleDraft } from './use-article-draft';

/** Says that nobody finds this article, and puts it back. */
export function ArchivedBanner({ article, readOnly }: { article: ReturnType<typeof useArticleDraft>; readOnly: boolean }) {
  const t = useTranslations('articles.editor.archived');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { id } = article.stored.article;
  const restore = useMutation(trpc.knowledge.archive.mutationOptions({
    onSuccess: async () => {
      article.replaceStored(await client.knowledge.get.query({ id }));
      await queries.invalidateQueries(trpc.knowledge.list.pathFilter());
      await queries.invalidateQueries(trpc.knowledge.all.pathFilter());
    },
  }));
  return (
    <Banner title={t('title')} action={readOnly ? null : <Button size="sm" busy={restore.isPending} onClick={() => restore.mutate({ id, archived: false })}>{t('restore')}</Button>}>
      {t('text')}
    </Banner>
  );
}
