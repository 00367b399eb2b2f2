'use client';

import { useQuery } from '@tanstack/react-query';
import { Import, LayoutTemplate } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useRef, useState, type DragEvent } from 'react';
import { Button } from '@/lib/ui/button';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';
import { SearchInput } from '@/lib/ui/search-input';
import { Segmented } from '@/lib/ui/segmented';
import { SlowNotice } from '@/lib/ui/slow-notice';
import { PageHeader } from '../../../_shell/page-header';
import { useHotkey } from '../../../_shell/use-hotkey';
import { errorCode } from '../../../_trpc/error-code';
import { useLive, useMarkStale } from '../../../_trpc/live';
import { useTRPC } from '../../../_trpc/provider';
import { FlowsSkeleton } from './flows-skeleton';
import { FlowsTable } from './flows-table';
import { matchesName } from './matches-name';
import { NewFlow } from './new-flow';

/** Reads flows of every kind of step: a third of this page, for who brings a file. */
const ImportFlow = lazy(async () => ({ default: (await import('./import-flow')).ImportFlow }));

/** The flows with their true state, a search by name, and the way to a new one. */
export function FlowsList() {
  const t = useTranslations('flows');
  const trpc = useTRPC();
  const [view, setView] = useState<'used' | 'archived'>('used');
  const archived = view === 'archived';
  const flows = useQuery(trpc.flows.list.queryOptions(archived ? { archived } : undefined));
  const markStale = useMarkStale();
  useLive((event) => {
    if (event.kind === 'flow') markStale(trpc.flows.list.pathFilter());
  });
  /** Asked for a file, or given one by dropping it on the page. */
  const [importing, setImporting] = useState<{ file: File | null } | null>(null);
  const me = useQuery(trpc.session.me.queryOptions());
  const [query, setQuery] = useState('');
  const search = useRef<HTMLInputElement>(null);
  useHotkey('/', () => search.current?.focus());

  const mayEdit = me.data?.permissions.includes('flows.edit') ?? false;
  const all = flows.data ?? [];
  const shown = all.filter(({ name }) => matchesName(name, query));
  const conversations = all.reduce((sum, flow) => sum + flow.activeConversations, 0);
  const empty = flows.isSuccess && all.length === 0 && !archived;
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0];
    if (!mayEdit || !file) return;
    event.preventDefault();
    setImporting({ file });
  };
  const templates = <Link href="/flows/new" className={buttonStyle()}><LayoutTemplate aria-hidden size={16} strokeWidth={1.75} />{t('templates')}</Link>;
  const importButton = <Button icon={<Import aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setImporting({ file: null })}>{t('import.open')}</Button>;

  return (
    <div className="min-h-full" onDragOver={(event) => mayEdit && event.preventDefault()} onDrop={drop}>
      <Suspense>{importing ? <ImportFlow key={importing.file?.name ?? ''} file={importing.file} onClose={() => setImporting(null)} /> : null}</Suspense>
      <PageHeader
        title={t('title')}
        summary={flows.isSuccess && !empty && !archived ? t('summary', { flows: all.length, conversations }) : null}
        actions={mayEdit && !empty ? <>{importButton}{templates}<NewFlow /></> : null}
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
          <EmptyState drawing="card" title={t(mayEdit ? 'empty.title' : 'emptyReader.title')} actions={mayEdit ? <><Link href="/flows/new" className={buttonStyle({ variant: 'primary' })}>{t('empty.template')}</Link><NewFlow variant="secondary" /></> : null}>
            {t(mayEdit ? 'empty.text' : 'emptyReader.text')}
          </EmptyState>
        </div>
      ) : null}
      {flows.isSuccess && !empty ? (
        <>
          <div className="mt-6 mb-3 flex flex-wrap items-center justify-between gap-3">
            <search className="block w-full sm:w-75">
              <SearchInput ref={search} label={t('search')} shortcut={t('searchHint')} value={query} onValueChange={setQuery} />
            </search>
            <Segmented label={t('view.label')} value={view} onValueChange={setView} options={[{ value: 'used', label: t('view.used') }, { value: 'archived', label: t('view.archived') }]} />
          </div>
          {shown.length > 0 ? (
            <FlowsTable flows={shown} archived={archived} mayEdit={mayEdit} />
          ) : all.length === 0 ? (
            <EmptyState drawing="card" title={t('noneArchived.title')}>{t('noneArchived.text')}</EmptyState>
          ) : (
            <EmptyState drawing="search" title={t('none.title', { query })} actions={<Button onClick={() => setQuery('')}>{t('none.action')}</Button>}>
              {t('none.text', { count: all.length })}
            </EmptyState>
          )}
        </>
      ) : null}
    </div>
  );
}
