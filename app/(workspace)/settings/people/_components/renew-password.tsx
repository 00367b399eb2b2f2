'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { PersonView } from '@/lib/api/view-models';
import { useTRPC } from '../../../../_trpc/provider';
import { ConfirmDialog } from '../../_components/confirm-dialog';

/** Asks before a password stops working. */
export function RenewPassword({ person, onClose, onMade }: { person: PersonView; onClose: () => void; onMade: (password: string) => void }) {
  const t = useTranslations('settings.people.renew');
  const trpc = useTRPC();
  const renew = useMutation(trpc.people.renewPassword.mutationOptions({ onSuccess: ({ password }) => onMade(password) }));
  return (
    <ConfirmDialog dangerous={false} title={t('title', { name: person.name })} submit={t('submit')} onSubmit={() => renew.mutate({ id: person.id })} onClose={onClose} busy={renew.isPending} error={renew.error}>
      <p>{t('text')}</p>
    </ConfirmDialog>
  );
}
