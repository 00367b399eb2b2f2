'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { PersonView } from '@/lib/api/view-models';
import { Avatar } from '@/lib/ui/avatar';
import { Chip } from '@/lib/ui/chip';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import { useTRPC } from '../../../../_trpc/provider';
import { RowMenu } from '../../_components/row-menu';
import { useNameOf } from '../../_logic/use-name-of';

/** One row a person: what she may do, how she is routed to, when she came last. */
export function PeopleTable({ people, onAct }: { people: readonly PersonView[]; onAct: (act: 'edit' | 'renew' | 'remove', person: PersonView) => void }) {
  const t = useTranslations('settings.people');
  const trpc = useTRPC();
  const nameOf = useNameOf();
  const me = useQuery(trpc.session.me.queryOptions());
  const references = useQuery(trpc.workspace.references.queryOptions());
  const queueNames = (keys: readonly string[]): string => (references.data?.queues ?? []).filter(({ key }) => keys.includes(key)).map(nameOf).join(', ');
  const agentText = ({ agent }: PersonView): string => (agent && references.data ? [queueNames(agent.queues), t('slots', { count: agent.capacity })].filter((part) => part !== '').join(' · ') : '');
  return (
    <Table
      caption={t('title')}
      rows={people}
      rowKey={({ id }) => id}
      rowHeight={52}
      columns={[
        {
          key: 'name', header: t('columns.name'),
          cell: (person) => (
            <div className="flex items-center gap-3">
              <Avatar name={person.name} size={28} {...(person.agent && { presence: person.agent.presence })} />
              <div className="min-w-0">
                <p className="font-strong text-ink [overflow-wrap:anywhere]">
                  {person.name}
                  {person.id === me.data?.user.id ? <span className="ml-1.5 font-normal text-ink-3">{t('you')}</span> : null}
                </p>
                <p className="text-xs text-ink-3 [overflow-wrap:anywhere]">{person.email}</p>
                <div className="mt-1.5 space-y-1 md:hidden">
                  <Roles person={person} />
                  <p className="text-xs text-ink-2">{agentText(person)}</p>
                </div>
              </div>
            </div>
          ),
        },
        { key: 'roles', header: t('columns.roles'), secondary: true, width: '24%', cell: (person) => <Roles person={person} /> },
        { key: 'agent', header: t('columns.agent'), secondary: true, width: '24%', cell: (person) => <span className="text-ink-2">{agentText(person)}</span> },
        {
          key: 'seen', header: t('columns.seen'), secondary: true, width: '14%',
          cell: ({ lastSignInAt }) => (lastSignInAt === null ? <span className="text-ink-3">{t('never')}</span> : <Time at={lastSignInAt} className="tabular text-ink-2" />),
        },
        {
          key: 'acts', header: <span className="sr-only">{t('columns.acts')}</span>, align: 'right', width: '64px',
          cell: (person) => (
            <RowMenu
              label={t('acts', { name: person.name })}
              entries={[
                { key: 'edit', label: t('edit'), onSelect: () => onAct('edit', person) },
                { key: 'renew', label: t('password'), onSelect: () => onAct('renew', person) },
                ...(person.id === me.data?.user.id ? [] : [{ kind: 'separator' as const, key: 'line' }, { key: 'remove', label: t('remove'), danger: true, onSelect: () => onAct('remove', person) }]),
              ]}
            />
          ),
        },
      ]}
    />
  );
}

function Roles({ person }: { person: PersonView }) {
  const t = useTranslations('settings.roles');
  return <div className="flex flex-wrap gap-1">{person.roles.map((role) => <Chip key={role} tone="outlined">{t(role)}</Chip>)}</div>;
}
