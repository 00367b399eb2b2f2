'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { SecretView } from '@/lib/api/view-models';
import { Skeleton } from '@/lib/ui/skeleton';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';
import { FlowUses } from '../../_components/flow-uses';

/** Asks before a secret goes, or says which flows keep it. */
export function DeleteSecret({ secret, onClose }: { secret: SecretView; onClose: () => void }) {
  const t = useTranslations('settings.secrets');
  const words = useTranslations('settings.uses');
  const trpc = useTRPC();
  const client = useQueryClient();
  const { key, name } = secret;
  const uses = useQuery(trpc.secrets.uses.queryOptions({ key }));
  const remove = useMutation(trpc.secrets.remove.mutationOptions({
    onSuccess() {
      void client.invalidateQueries(trpc.secrets.pathFilter());
      toast(t('deleted', { name }));
      onClose();
    },
  }));
  const flows = uses.data?.flows ?? [];
  const free = uses.data !== undefined && flows.length === 0;
  return (
    <ConfirmDialog title={t('deleteTitle', { name })} submit={t('deleteSubmit')} blocked={!free} onSubmit={() => remove.mutate({ key })} onClose={onClose} busy={remove.isPending} error={remove.error ?? uses.error}>
      {uses.isPending ? <div aria-busy><Skeleton className="h-10" /></div> : null}
      {flows.length > 0 ? (
        <>
          <p>{words('blocked')}</p>
          <FlowUses flows={flows} />
        </>
      ) : null}
      {free ? <p>{t('deleteText')}</p> : null}
    </ConfirmDialog>
  );
}
