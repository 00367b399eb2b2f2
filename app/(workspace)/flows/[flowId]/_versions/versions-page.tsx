'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { compareDocuments } from '@/flows/document/compare-documents';
import { errorCode } from '../../../../_trpc/error-code';
import { useLive, useMarkStale } from '../../../../_trpc/live';
import { useTRPC } from '../../../../_trpc/provider';
import { StudioError } from '../_components/studio-error';
import { StudioSkeleton } from '../_components/studio-skeleton';
import { RollbackDialog } from './rollback-dialog';
import { useVersions, type Looked } from './use-versions';
import { VersionCanvas } from './version-canvas';
import { VersionList } from './version-list';
import { VersionsBar } from './versions-bar';

/** The versions on the left, the one that is looked at drawn in the middle, what it changed on the right. */
export function VersionsPage({ flowId }: { flowId: string }) {
  const t = useTranslations('flows.versions');
  const trpc = useTRPC();
  const me = useQuery(trpc.session.me.queryOptions());
  const references = useQuery(trpc.workspace.references.queryOptions());
  const versions = useVersions(flowId, lookedAt(useSearchParams().get('v')));
  const [rolling, setRolling] = useState(false);
  const markStale = useMarkStale();
  useLive((event) => {
    if (event.kind === 'flow' && event.id === flowId) markStale(trpc.flows.pathFilter());
  });
  const { rows, draft, archived, looked, document, previous, settled, failed } = versions;
  const diff = useMemo(() => (document && previous?.document ? compareDocuments(previous.document, document) : null), [document, previous?.document]);

  if (failed) return <StudioError code={errorCode(failed.error)} onRetry={() => void failed.refetch()} />;
  if (!rows || !me.data || !references.data || (!draft && !archived)) return <StudioSkeleton />;
  const row = rows.find(({ number }) => number === looked);
  const mayRollBack = me.data.permissions.includes('flows.publish') && draft !== undefined && row !== undefined && !(row.current && draft.published?.draftRevision === draft.revision);
  const name = draft?.name ?? document?.name ?? t('title');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <VersionsBar flowId={flowId} name={name} archived={archived} permissions={me.data.permissions} looked={looked} document={document} onRollBack={mayRollBack ? () => setRolling(true) : undefined} />
      <div className="flex min-h-0 flex-1 max-[899px]:flex-col max-[899px]:overflow-y-auto">
        <VersionList flowId={flowId} rows={rows} draft={draft} looked={looked} />
        {settled && document ? (
          <VersionCanvas key={`${looked} ${looked === 'draft' ? (draft?.revision ?? 0) : ''}`} document={document} previous={previous} diff={diff} looked={looked} references={references.data} />
        ) : (
          <div className="flex-1 bg-canvas" />
        )}
      </div>
      {rolling && draft && row ? <RollbackDialog flow={draft} number={row.number} next={(rows[0]?.number ?? 0) + 1} onClose={() => setRolling(false)} /> : null}
    </div>
  );
}

function lookedAt(value: string | null): Looked | null {
  if (value === 'draft') return 'draft';
  return value !== null && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}
