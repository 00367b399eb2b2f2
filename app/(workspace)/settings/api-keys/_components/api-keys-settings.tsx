'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ApiKeyView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { ApiKeyForm } from './api-key-form';
import { ApiKeysTable } from './api-keys-table';
import { NewKeyDialog } from './new-key-dialog';
import { RevokeKey } from './revoke-key';

type Act = { kind: 'add' } | { kind: 'made'; name: string; secret: string } | { kind: 'revoke'; apiKey: ApiKeyView };

/** The keys by which other systems tell events. */
export function ApiKeysSettings() {
  const t = useTranslations('settings.apiKeys');
  const trpc = useTRPC();
  const list = useQuery(trpc.apiKeys.list.queryOptions());
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const keys = list.data ?? [];
  const add = <Button variant="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct({ kind: 'add' })}>{t('add')}</Button>;
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} actions={keys.length > 0 ? add : null} />
      <ListState query={list} />
      {list.data && keys.length === 0 ? <EmptyState drawing="card" title={t('empty')} actions={add}>{t('emptyText')}</EmptyState> : null}
      {keys.length > 0 ? <div className="mt-6"><ApiKeysTable keys={keys} onRevoke={(apiKey) => setAct({ kind: 'revoke', apiKey })} /></div> : null}
      {act?.kind === 'add' ? <ApiKeyForm onClose={close} onMade={(made) => setAct({ kind: 'made', ...made })} /> : null}
      {act?.kind === 'made' ? <NewKeyDialog name={act.name} secret={act.secret} onClose={close} /> : null}
      {act?.kind === 'revoke' ? <RevokeKey apiKey={act.apiKey} onClose={close} /> : null}
    </>
  );
}
