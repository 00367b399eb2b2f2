'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { QueuesView } from '@/lib/api/view-models';
import { Skeleton } from '@/lib/ui/skeleton';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';
import { FlowUses } from '../../_components/flow-uses';
import { useNameOf } from '../../_logic/use-name-of';

/** Asks before a queue goes, or says what keeps it. */
export function DeleteQueue({ queue, onClose }: { queue: QueuesView['queues'][number]; onClose: () => void }) {
  const t = useTranslations('settings.queues');
  const words = useTranslations('settings.uses');
  const trpc = useTRPC();
  const client = useQueryClient();
  const name = useNameOf()(queue);
  const uses = useQuery(trpc.queues.uses.queryOptions({ key: queue.key }));
  const remove = useMutation(trpc.queues.remove.mutationOptions({
    onSuccess() {
      void client.invalidateQueries(trpc.queues.pathFilter());
      void client.invalidateQueries(trpc.workspace.pathFilter());
      toast(t('deleted', { queue: name }));
      onClose();
    },
  }));
  const { flows = [], waiting = 0 } = uses.data ?? {};
  const free = uses.data !== undefined && !queue.isDefault && waiting === 0 && flows.length === 0;
  return (
    <ConfirmDialog title={t('deleteTitle', { queue: name })} submit={t('deleteSubmit')} blocked={!free} onSubmit={() => remove.mutate({ key: queue.key })} onClose={onClose} busy={remove.isPending} error={remove.error ?? uses.error}>
      {uses.isPending ? <div aria-busy><Skeleton className="h-10" /></div> : null}
      {queue.isDefault ? <p>{t('isDefault')}</p> : null}
      {waiting > 0 ? <p>{t('notEmpty', { count: waiting })}</p> : null}
      {flows.length > 0 ? (
        <>
          <p>{words('blocked')}</p>
          <FlowUses flows={flows} />
        </>
      ) : null}
      {free ? <p>{t('deleteText', { members: queue.members.length })}</p> : null}
    </ConfirmDialog>
  );
}
