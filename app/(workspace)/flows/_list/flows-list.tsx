'use client';

import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { Kbd } from '@/lib/ui/kbd';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { TextInput } from '@/lib/ui/text-input';
import { PageHeader } from '../../../_shell/page-header';
import { useHotkey } from '../../../_shell/use-hotkey';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { FlowsSkeleton } from './flows-skeleton';
import { FlowsTable } from './flows-table';
import { matchesName } from './matches-name';
import { NewFlow } from './new-flow';

/** The flows with their true state, a search by name, and the way to a new one. */
export function FlowsList() {
  const t = useTranslations('flows');
  const trpc = useTRPC();
  const flows = useQuery(trpc.flows.list.queryOptions());
  const me = useQuery(trpc.session.me.queryOptions());
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useHotkey('/', () => search.current?.focus());

  const mayEdit = me.data?.permissions.includes('flows.edit') ?? false;
  const all = flows.data ?? [];
  const shown = all.filter(({ name }) => matchesName(name, query));
  const conversations = all.reduce((sum, flow) => sum + flow.activeConversations, 0);
  const empty = flows.isSuccess && all.length === 0;

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={flows.isSuccess && !empty ? t('summary', { flows: all.length, conversations }) : null}
        actions={mayEdit && !empty ? <NewFlow /> : null}
      />
      {flows.isError && !flows.data ? <ErrorMessage className="mt-6" code={errorCode(flows.error)} onRetry={() => void flows.refetch()} /> : null}
      {flows.isPending ? (
        <>
          <FlowsSkeleton />
          <SlowNotice onRetry={() => void flows.refetch()} />
        </>
      ) : null}
      {empty ? (
        <div className="mt-6 rounded-lg border border-line bg-surface py-10">
          <EmptyState drawing="card" title={t(mayEdit ? 'empty.title' : 'emptyReader.title')} actions={mayEdit ? <NewFlow /> : null}>
            {t(mayEdit ? 'empty.text' : 'emptyReader.text')}
          </EmptyState>
        </div>
      ) : null}
      {all.length > 0 ? (
        <>
          <search className="mt-6 mb-3 block w-full sm:w-75">
            <TextInput
              ref={search}
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              icon={<Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />}
              trailing={<span className="pointer-coarse:hidden"><Kbd>{t('searchHint')}</Kbd></span>}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setQuery('');
              }}
            />
          </search>
          {shown.length > 0 ? (
            <FlowsTable flows={shown} />
          ) : (
            <EmptyState drawing="search" title={t('none.title', { query })} actions={<Button onClick={() => setQuery('')}>{t('none.action')}</Button>}>
              {t('none.text', { count: all.length })}
            </EmptyState>
          )}
        </>
      ) : null}
    </>
  );
}
