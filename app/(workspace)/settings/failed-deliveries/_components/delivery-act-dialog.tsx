'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FailedDeliveryRow } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';

export type DeliveryAct = 'retry' | 'discard';

/** Says what will happen before it does. */
export function DeliveryActDialog({ act, delivery, onClose }: { act: DeliveryAct; delivery: FailedDeliveryRow; onClose: () => void }) {
  const t = useTranslations('settings.failedDeliveries');
  const trpc = useTRPC();
  const client = useQueryClient();
  const retries = act === 'retry';
  const done = {
    onSuccess: () => {
      toast(t(retries ? 'retried' : 'discarded'));
      onClose();
    },
    onSettled: () => void client.invalidateQueries(trpc.operations.pathFilter()),
  };
  const retry = useMutation(trpc.operations.retryDelivery.mutationOptions(done));
  const discard = useMutation(trpc.operations.discardDelivery.mutationOptions(done));
  const mutation = retries ? retry : discard;
  return (
    <ConfirmDialog
      title={t(retries ? 'retryTitle' : 'discardTitle')}
      submit={t(retries ? 'retry' : 'discard')}
      dangerous={!retries}
      busy={mutation.isPending}
      error={mutation.error}
      onSubmit={() => mutation.mutate({ id: delivery.id })}
      onClose={onClose}
    >
      {delivery.text === null ? null : <blockquote className="line-clamp-4 border-l-2 border-line-strong pl-3 [overflow-wrap:anywhere]">{delivery.text}</blockquote>}
      <p>{t(retries ? 'retryText' : 'discardText')}</p>
    </ConfirmDialog>
  );
}
