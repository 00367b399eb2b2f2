'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { errorCode } from '@/app/_trpc/error-code';
import { useTRPC } from '@/app/_trpc/provider';
import { toast } from '@/lib/ui/toast';
import { useErrorText } from './use-error-text';
import { usePanelStore } from './panel-store';

export interface Acts {
  accept(id: string, name: string): void;
  decline(id: string): void;
  release(id: string, name: string): void;
  close(id: string, name: string, disposition: string | null): void;
  busy: 'accept' | 'decline' | 'release' | 'close' | null;
}

/** What an agent does with a conversation as a whole. A refusal is said in words and the lists are read again. */
export function useActs(): Acts {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const t = useTranslations('inbox.acts');
  const errorText = useErrorText();
  const focusComposer = usePanelStore((state) => state.focusComposer);
  const settled = {
    onError: (error: unknown) => toast(errorText(errorCode(error)), { tone: 'failed' }),
    onSettled: async () => {
      await Promise.all([queries.invalidateQueries(trpc.inbox.pathFilter()), queries.invalidateQueries(trpc.session.me.pathFilter())]);
    },
  };
  const accept = useMutation(trpc.inbox.accept.mutationOptions(settled));
  const decline = useMutation(trpc.inbox.decline.mutationOptions(settled));
  const release = useMutation(trpc.inbox.release.mutationOptions(settled));
  const close = useMutation(trpc.inbox.close.mutationOptions(settled));
  const under = [['accept', accept], ['decline', decline], ['release', release], ['close', close]] as const;
  return {
    accept: (id, name) =>
      accept.mutate({ id }, {
        onSuccess: () => {
          toast(t('accepted', { name }));
          router.push(`/inbox/${id}`);
          focusComposer(id, 'reply');
        },
      }),
    decline: (id) => decline.mutate({ id }, { onSuccess: () => toast(t('declined')) }),
    release: (id, name) => release.mutate({ id }, { onSuccess: () => toast(t('released', { name })) }),
    close: (id, name, disposition) =>
      close.mutate({ id, ...(disposition === null ? {} : { disposition }) }, { onSuccess: () => toast(t('closed', { name })) }),
    busy: under.find(([, mutation]) => mutation.isPending)?.[0] ?? null,
  };
}
