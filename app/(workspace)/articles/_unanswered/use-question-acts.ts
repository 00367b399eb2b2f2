'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { UnansweredCard } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { emptyContent } from '../_logic/empty-content';
import { LONGEST_TITLE } from '../_logic/lengths';

/** What can be done with a question; each takes it out of the list. */
export function useQuestionActs({ language, words, text }: UnansweredCard) {
  const t = useTranslations('articles.unanswered');
  const common = useTranslations('common');
  const errors = useTranslations('errors');
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const question = { language, words };

  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: trpc.knowledge.pathKey() });
  const onError = (error: unknown): void => {
    const code = errorCode(error);
    toast(errors.has(code as never) ? errors(code as never) : errors('internal'), { tone: 'failed' });
    void refresh();
  };
  const create = useMutation(trpc.knowledge.create.mutationOptions({
    onError,
    onSuccess: async ({ id }) => {
      router.push(`/articles/${id}?language=${language}`);
      await refresh();
    },
  }));
  const addTo = useMutation(trpc.knowledge.addPhrasing.mutationOptions({ onError, onSuccess: refresh }));
  const reopen = useMutation(trpc.knowledge.settle.mutationOptions({ onError, onSuccess: refresh }));
  const settle = useMutation(trpc.knowledge.settle.mutationOptions({
    onError,
    onSuccess: async () => {
      toast(t('putAside'), { action: { label: common('undo'), onAction: () => reopen.mutate({ question, settled: false }) } });
      await refresh();
    },
  }));

  return {
    busy: create.isPending || create.isSuccess ? 'write' : addTo.isPending ? 'add' : settle.isPending ? 'aside' : null,
    /** The question is the new article's title, shortened where it is long, and its first phrasing. */
    write: () => create.mutate({ question, content: { ...emptyContent(), title: { [language]: text.slice(0, LONGEST_TITLE) }, phrasings: { [language]: [text] } } }),
    add: (id: string, title: string) => addTo.mutate({ id, question }, { onSuccess: () => toast(t('added', { title })) }),
    putAside: () => settle.mutate({ question, settled: true }),
  } as const;
}
