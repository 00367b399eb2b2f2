'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '@/app/_trpc/provider';
import type { FailedTurnView } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { ConfirmDialog } from '../../../../_components/confirm-dialog';

export type TurnAct = 'replay' | 'put-aside';

/** Says what will happen before it does. */
export function TurnActDialog({ act, turn, customer, onClose }: { act: TurnAct; turn: FailedTurnView; customer: string; onClose: () => void }) {
  const t = useTranslations('settings.failedTurns');
  const trpc = useTRPC();
  const client = useQueryClient();
  const { conversationId, seq } = turn;
  const replays = act === 'replay';
  const done = {
    onSuccess: () => {
      toast(t(replays ? 'replayed' : 'aside'));
      onClose();
    },
    // Also when it was refused: somebody else was faster.
    onSettled: () => void client.invalidateQueries(trpc.operations.pathFilter()),
  };
  const replay = useMutation(trpc.operations.replayTurn.mutationOptions(done));
  const settle = useMutation(trpc.operations.settleTurn.mutationOptions(done));
  const mutation = replays ? replay : settle;
  return (
    <ConfirmDialog
      title={t(replays ? 'replayTitle' : 'putAsideTitle')}
      submit={t(replays ? 'replay' : 'putAside')}
      dangerous={false}
      busy={mutation.isPending}
      error={mutation.error}
      onSubmit={() => mutation.mutate({ conversationId, seq })}
      onClose={onClose}
    >
      <p>{t(replays ? 'replayText' : 'putAsideText', { customer })}</p>
      {replays ? <p>{t('replayWarning')}</p> : null}
    </ConfirmDialog>
  );
}
