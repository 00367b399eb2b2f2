'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { QueuesView } from '@/lib/api/view-models';
import { Checkbox } from '@/lib/ui/checkbox';
import { toast } from '@/lib/ui/toast';
import { useTRPC } from '../../../../_trpc/provider';
import { NamedForm } from '../../_components/named-form';
import { useNameOf } from '../../_logic/use-name-of';

/** A queue's names and members. */
export function QueueForm({ queue, agents, onClose }: { queue: QueuesView['queues'][number] | null; agents: QueuesView['agents']; onClose: () => void }) {
  const t = useTranslations('settings.queues');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const client = useQueryClient();
  const nameOf = useNameOf();
  const [members, setMembers] = useState<readonly string[]>(queue?.members ?? []);
  const done = (name: Record<string, string>): void => {
    void client.invalidateQueries(trpc.queues.pathFilter());
    void client.invalidateQueries(trpc.workspace.pathFilter());
    toast(t('saved', { queue: nameOf({ key: '', name }) }));
    onClose();
  };
  const create = useMutation(trpc.queues.create.mutationOptions({ onSuccess: (_, { name }) => done(name) }));
  const save = useMutation(trpc.queues.save.mutationOptions({ onSuccess: (_, { name }) => done(name) }));
  const { isPending, error } = queue ? save : create;
  return (
    <NamedForm
      title={queue ? t('editTitle', { queue: nameOf(queue) }) : t('addTitle')}
      submit={queue ? common('save') : t('add')}
      {...(queue && { name: queue.name })}
      onSubmit={({ name, key }) => (queue ? save.mutate({ key: queue.key, name, members: [...members] }) : create.mutate({ name, key, members: [...members] }))}
      onClose={onClose}
      busy={isPending}
      error={error}
    >
      <fieldset>
        <legend className="text-xs font-label text-ink-2">{t('members')}</legend>
        {agents.length === 0 ? <p className="mt-1 text-sm text-ink-3">{t('noAgents')}</p> : null}
        <div className="mt-1 grid sm:grid-cols-2 sm:gap-x-6">
          {agents.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={members.includes(id)} onCheckedChange={(checked) => setMembers(checked ? [...members, id] : members.filter((member) => member !== id))} />
          ))}
        </div>
      </fieldset>
    </NamedForm>
  );
}
