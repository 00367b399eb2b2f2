'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { SecretView } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { DeleteSecret } from './delete-secret';
import { SecretForm } from './secret-form';
import { SecretsTable } from './secrets-table';

type Act = { kind: 'add' } | { kind: 'edit' | 'delete'; secret: SecretView };

/** The secrets of the workspace: their names and keys, never what they hold. */
export function SecretsSettings() {
  const t = useTranslations('settings.secrets');
  const trpc = useTRPC();
  const list = useQuery(trpc.secrets.list.queryOptions());
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  const add = <Button variant="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct({ kind: 'add' })}>{t('add')}</Button>;
  const none = list.data?.length === 0;
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} actions={none ? undefined : add} />
      <ListState query={list} />
      {none ? <EmptyState title={t('empty')} actions={add}>{t('emptyText')}</EmptyState> : null}
      {list.data && !none ? (
        <div className="mt-6">
          <SecretsTable secrets={list.data} onAct={(kind, secret) => setAct({ kind, secret })} />
        </div>
      ) : null}
      {act?.kind === 'add' ? <SecretForm secret={null} onClose={close} /> : null}
      {act?.kind === 'edit' ? <SecretForm secret={act.secret} onClose={close} /> : null}
      {act?.kind === 'delete' ? <DeleteSecret secret={act.secret} onClose={close} /> : null}
    </>
  );
}
