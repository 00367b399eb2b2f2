'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ZONE_NAMES } from '@/flows/expressions/zone';
import { Field } from '@/lib/ui/field';
import { useTRPC } from '../../../../_trpc/provider';
import { NamedForm } from '../../_components/named-form';
import { ZoneSelect } from './zone-select';

/** A new calendar needs a name and a time zone; then its hours open. */
export function NewCalendar({ onClose }: { onClose: () => void }) {
  const t = useTranslations('settings.calendars');
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const [timeZone, setTimeZone] = useState(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return ZONE_NAMES.includes(own) ? own : 'Europe/Paris';
  });
  const create = useMutation(trpc.calendars.create.mutationOptions({
    onSuccess({ key }) {
      void client.invalidateQueries(trpc.calendars.pathFilter());
      void client.invalidateQueries(trpc.workspace.pathFilter());
      router.push(`/settings/calendars/${key}`);
    },
  }));
  return (
    <NamedForm title={t('addTitle')} submit={t('add')} onSubmit={({ name, key }) => create.mutate({ name, key, timeZone })} onClose={onClose} busy={create.isPending || create.isSuccess} error={create.error}>
      <Field label={t('zone')} help={t('addHelp')}>{(control) => <ZoneSelect control={control} value={timeZone} onChange={setTimeZone} />}</Field>
    </NamedForm>
  );
}
