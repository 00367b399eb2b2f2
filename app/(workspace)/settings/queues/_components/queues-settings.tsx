'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { QueuesView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { ErrorMessage } from '@/lib/ui/error-message';
import { toast } from '@/lib/ui/toast';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { useNameOf } from '../../_logic/use-name-of';
import { DeleteQueue } from './delete-queue';
import { QueueForm } from './queue-form';
import { QueuesTable } from './queues-table';

type Queue = QueuesView['queues'][number];
type Act = { kind: 'add' } | { kind: 'edit' | 'delete'; queue: Queue };

/** Queues, their members, and which of them is the default. */
export function QueuesSettings() {
  const t = useTranslations('settings.queues');
  const trpc = useTRPC();
  const client = useQueryClient();
  const nameOf = useNameOf();
  const list = useQuery(trpc.queues.list.queryOptions());
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const makeDefault = useMutation(trpc.queues.makeDefault.mutationOptions({ onSettled: () => void client.invalidateQueries(trpc.queues.pathFilter()) }));
  const { queues = [], agents = [] } = list.data ?? {};
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} actions={<Button variant="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct({ kind: 'add' })}>{t('add')}</Button>} />
      <ListState query={list} />
      {makeDefault.isError ? <ErrorMessage className="mt-4" code={errorCode(makeDefault.error)} /> : null}
      {queues.length > 0 ? (
        <div className="mt-6">
          <QueuesTable
            queues={queues}
            agents={agents}
            onAct={(kind, queue) => {
              if (kind !== 'default') setAct({ kind, queue });
              else makeDefault.mutate({ key: queue.key }, { onSuccess: () => toast(t('madeDefault', { queue: nameOf(queue) })) });
            }}
          />
        </div>
      ) : null}
      {act?.kind === 'add' ? <QueueForm queue={null} agents={agents} onClose={close} /> : null}
      {act?.kind === 'edit' ? <QueueForm queue={act.queue} agents={agents} onClose={close} /> : null}
      {act?.kind === 'delete' ? <DeleteQueue queue={act.queue} onClose={close} /> : null}
    </>
  );
}
