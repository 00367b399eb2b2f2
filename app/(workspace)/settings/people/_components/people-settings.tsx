'use client';

import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PersonView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { SearchInput } from '@/lib/ui/search-input';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { PasswordDialog } from './password-dialog';
import { PeopleTable } from './people-table';
import { PersonForm } from './person-form';
import { RemovePerson } from './remove-person';
import { RenewPassword } from './renew-password';

type Act = { kind: 'add' } | { kind: 'edit' | 'renew' | 'remove'; person: PersonView } | { kind: 'password'; name: string; email: string; password: string };

/** The members of the workspace and what can be done with each. */
export function PeopleSettings() {
  const t = useTranslations('settings.people');
  const trpc = useTRPC();
  const people = useQuery(trpc.people.list.queryOptions());
  const [act, setAct] = useState<Act | null>(null);
  const [query, setQuery] = useState('');
  const close = (): void => setAct(null);
  const all = people.data ?? [];
  const wanted = query.trim().toLocaleLowerCase();
  const shown = all.filter(({ name, email }) => `${name}\n${email}`.toLocaleLowerCase().includes(wanted));
  return (
    <>
      <SectionHead
        title={t('title')}
        summary={people.data ? t('summary', { count: all.length, agents: all.filter(({ agent }) => agent).length }) : null}
        actions={<Button variant="primary" icon={<UserPlus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct({ kind: 'add' })}>{t('add')}</Button>}
      />
      <ListState query={people} />
      {people.data ? (
        <>
          <search className="mt-6 mb-3 block w-full sm:w-75">
            <SearchInput label={t('search')} value={query} onValueChange={setQuery} />
          </search>
          {shown.length > 0 ? (
            <PeopleTable people={shown} onAct={(kind, person) => setAct({ kind, person })} />
          ) : (
            <EmptyState drawing="search" title={t('none')}>{t('noneText', { query })}</EmptyState>
          )}
        </>
      ) : null}
      {act?.kind === 'add' ? <PersonForm person={null} onClose={close} onAdded={(made) => setAct({ kind: 'password', ...made })} /> : null}
      {act?.kind === 'edit' ? <PersonForm person={act.person} onClose={close} /> : null}
      {act?.kind === 'renew' ? <RenewPassword person={act.person} onClose={close} onMade={(password) => setAct({ kind: 'password', name: act.person.name, email: act.person.email, password })} /> : null}
      {act?.kind === 'remove' ? <RemovePerson person={act.person} onClose={close} /> : null}
      {act?.kind === 'password' ? <PasswordDialog {...act} onClose={close} /> : null}
    </>
  );
}
