'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '../../../../_trpc/provider';
import { ListState } from '../../_components/list-state';
import { SectionHead } from '../../_components/section-head';
import { Languages } from './languages';
import { RenameWorkspace } from './rename-workspace';

/** The workspace's name and languages. */
export function WorkspaceSettings() {
  const t = useTranslations('settings.workspace');
  const trpc = useTRPC();
  const workspace = useQuery(trpc.settings.workspace.queryOptions());
  return (
    <>
      <SectionHead title={t('title')} summary={t('summary')} />
      <ListState query={workspace} />
      {workspace.data ? (
        <div className="mt-6 max-w-160 space-y-8">
          <RenameWorkspace name={workspace.data.name} />
          <Languages languages={workspace.data.languages} />
        </div>
      ) : null}
    </>
  );
}
