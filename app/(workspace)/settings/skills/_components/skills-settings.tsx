'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { SearchInput } from '@/lib/ui/search-input';
import { Select } from '@/lib/ui/select';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SaveState } from '../../_components/save-state';
import { SectionHead } from '../../_components/section-head';
import { useNameOf } from '../../_logic/use-name-of';
import { DeleteSkill } from './delete-skill';
import { SkillCards } from './skill-cards';
import { SkillForm } from './skill-form';
import { SkillGrid } from './skill-grid';
import { useSetLevel } from './use-set-level';

const ALL = '*';

/** Who can do what: agents by skills, with their levels. */
export function SkillsSettings() {
  const t = useTranslations('settings.skills');
  const trpc = useTRPC();
  const nameOf = useNameOf();
  const matrix = useQuery(trpc.skills.matrix.queryOptions());
  const levels = useSetLevel();
  const [query, setQuery] = useState('');
  const [queue, setQueue] = useState(ALL);
  const [form, setForm] = useState<{ kind: 'add' | 'rename' | 'delete'; key: string } | null>(null);
  const { skills = [], agents = [], queues = [] } = matrix.data ?? {};
  const wanted = query.trim().toLocaleLowerCase();
  const found = skills.filter((skill) => nameOf(skill).toLocaleLowerCase().includes(wanted));
  const people = agents.filter((agent) => queue === ALL || agent.queues.includes(queue));
  const named = people.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  // A word that names skills narrows the columns, one that names people the rows.
  const columns = found.length > 0 ? found : skills;
  const rows = named.length > 0 ? named : found.length > 0 ? people : [];
  const skill = skills.find(({ key }) => key === form?.key) ?? null;
  const add = <Button icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} variant="primary" onClick={() => setForm({ kind: 'add', key: '' })}>{t('add')}</Button>;
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} actions={skills.length > 0 ? add : null} />
      <ListState query={matrix} />
      {matrix.data && skills.length === 0 ? <EmptyState drawing="card" title={t('noSkills')} actions={add}>{t('noSkillsText')}</EmptyState> : null}
      {skills.length > 0 ? (
        <>
          <div className="mt-6 mb-3 flex flex-wrap items-center gap-2">
            <search className="block w-full sm:w-60">
              <SearchInput label={t('search')} value={query} onValueChange={setQuery} />
            </search>
            {queues.length > 1 ? (
              <Select aria-label={t('queueFilter')} className="sm:w-48!" value={queue} onValueChange={setQueue} options={[{ value: ALL, label: t('allQueues') }, ...queues.map((entry) => ({ value: entry.key, label: nameOf(entry) }))]} />
            ) : null}
            <SaveState className="ml-auto" saving={levels.isPending} saved={levels.isSuccess} />
          </div>
          {levels.isError ? <ErrorMessage className="mb-3" code={errorCode(levels.error)} /> : null}
          {agents.length === 0 ? <EmptyState drawing="card" title={t('empty')}>{t('emptyText')}</EmptyState> : null}
          {agents.length > 0 && rows.length === 0 ? <EmptyState drawing="search" title={t('notFound')}>{t('notFoundText', { query })}</EmptyState> : null}
          {rows.length > 0 ? (
            <>
              <SkillGrid skills={columns} agents={rows} queues={queues} onLevel={levels.set} onAct={(kind, key) => setForm({ kind, key })} />
              <SkillCards skills={columns} agents={rows} onLevel={levels.set} onAct={(kind, key) => setForm({ kind, key })} />
            </>
          ) : null}
        </>
      ) : null}
      {form?.kind === 'add' ? <SkillForm skill={null} onClose={() => setForm(null)} /> : null}
      {form?.kind === 'rename' && skill ? <SkillForm skill={skill} onClose={() => setForm(null)} /> : null}
      {form?.kind === 'delete' && skill ? <DeleteSkill skill={skill} onClose={() => setForm(null)} /> : null}
    </>
  );
}
