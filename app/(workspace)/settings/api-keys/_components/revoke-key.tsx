'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ApiKeyView } from '@/lib/api/view-models';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';

/** Says what stops: it cannot be taken back. */
export function RevokeKey({ apiKey: { id, name }, onClose }: { apiKey: ApiKeyView; onClose: () => void }) {
  const t = useTranslations('settings.apiKeys');
  const trpc = useTRPC();
  const client = useQueryClient();
  const revoke = useMutation(trpc.apiKeys.revoke.mutationOptions({
    onSuccess() {
      void client.invalidateQueries(trpc.apiKeys.pathFilter());
      toast(t('revokedToast', { name }));
      onClose();
    },
  }));
  return (
    <ConfirmDialog title={t('revokeTitle', { name })} submit={t('revokeSubmit')} onSubmit={() => revoke.mutate({ id })} onClose={onClose} busy={revoke.isPending} error={revoke.error}>
      <p>{t('revokeText')}</p>
    </ConfirmDialog>
  );
}
