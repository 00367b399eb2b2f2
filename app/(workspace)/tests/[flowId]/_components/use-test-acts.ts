'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Transcript } from '@/flows/simulator/transcript';
import type { FlowTestView } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';

/** Accepting, renaming and removing a test; each can be undone for a while. `onGone` is told when it is removed. */
export function useTestActs(test: FlowTestView, onGone: () => void) {
  const t = useTranslations('tests.done');
  const errors = useTranslations('errors');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, flowId, name, script, transcript } = test;

  const settled = {
    onError(error: unknown) {
      const code = errorCode(error);
      toast(errors.has(code as never) ? errors(code as never) : errors('internal'), { tone: 'failed' });
    },
    async onSettled() {
      await Promise.all([
        queries.invalidateQueries({ queryKey: trpc.tests.ofFlow.queryKey({ flowId }) }),
        queries.invalidateQueries({ queryKey: trpc.tests.list.queryKey() }),
      ]);
    },
  };
  const update = useMutation(trpc.tests.update.mutationOptions(settled));
  const rename = useMutation(trpc.tests.rename.mutationOptions(settled));
  const create = useMutation(trpc.tests.create.mutationOptions(settled));
  const remove = useMutation(trpc.tests.remove.mutationOptions(settled));
  const undo = (onAction: () => void) => ({ action: { label: t('undo'), onAction } });

  return {
    accepting: update.isPending,
    accept(actual: Transcript): void {
      update.mutate({ id, transcript: actual }, { onSuccess: () => toast(t('accepted', { name }), undo(() => update.mutate({ id, transcript }))) });
    },
    rename(next: string): void {
      rename.mutate({ id, name: next }, { onSuccess: () => toast(t('renamed', { name: next }), undo(() => rename.mutate({ id, name }))) });
    },
    remove(): void {
      remove.mutate({ id }, {
        onSuccess() {
          onGone();
          toast(t('removed', { name }), undo(() => create.mutate({ id, flowId, name, script, transcript })));
        },
      });
    },
  };
}
