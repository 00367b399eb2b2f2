'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { PersonView } from '@/lib/api/view-models';
import { Banner } from '@/lib/ui/banner';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';

/** Says what follows from a removal, and how many conversations go back to the queue. */
export function RemovePerson({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTranslations('settings.people.removal');
  const trpc = useTRPC();
  const client = useQueryClient();
  const { name, openConversations } = person;
  const remove = useMutation(trpc.people.remove.mutationOptions({
    onSuccess({ released }) {
      void client.invalidateQueries(trpc.people.pathFilter());
      toast(t('done', { name, count: released }));
      onClose();
    },
  }));
  return (
    <ConfirmDialog title={t('title', { name })} submit={t('submit', { name })} onSubmit={() => remove.mutate({ id: person.id })} onClose={onClose} busy={remove.isPending} error={remove.error}>
      <p>{t('text', { name })}</p>
      {openConversations > 0 ? <Banner tone="caution">{t('conversations', { count: openConversations })}</Banner> : null}
    </ConfirmDialog>
  );
}
