'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Calendar } from '@/flows/calendars/calendar';
import { Skeleton } from '@/lib/ui/skeleton';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../../_trpc/provider';
import { ConfirmDialog } from '../../../_components/confirm-dialog';
import { FlowUses } from '../../../_components/flow-uses';
import { useNameOf } from '../../../_logic/use-name-of';

/** Asks before a calendar goes, or names the flows that follow it. */
export function DeleteCalendar({ calendar, onClose }: { calendar: Calendar; onClose: () => void }) {
  const t = useTranslations('settings.calendars');
  const words = useTranslations('settings.uses');
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const name = useNameOf()(calendar);
  const uses = useQuery(trpc.calendars.uses.queryOptions({ key: calendar.key }));
  const remove = useMutation(trpc.calendars.remove.mutationOptions({
    onSuccess() {
      toast(t('deleted', { calendar: name }));
      router.push('/settings/calendars');
      void client.invalidateQueries(trpc.calendars.list.queryFilter());
      void client.invalidateQueries(trpc.workspace.pathFilter());
    },
  }));
  const flows = uses.data ?? [];
  return (
    <ConfirmDialog title={t('deleteTitle', { calendar: name })} submit={t('deleteSubmit')} blocked={!uses.data || flows.length > 0} onSubmit={() => remove.mutate({ key: calendar.key })} onClose={onClose} busy={remove.isPending || remove.isSuccess} error={remove.error ?? uses.error}>
      {uses.isPending ? <div aria-busy><Skeleton className="h-10" /></div> : null}
      {flows.length > 0 ? (
        <>
          <p>{words('blocked')}</p>
          <FlowUses flows={flows} />
        </>
      ) : uses.data ? <p>{words('none')}</p> : null}
    </ConfirmDialog>
  );
}
