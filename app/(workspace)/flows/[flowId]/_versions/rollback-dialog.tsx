'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeDiagnostic } from '@/flows/compiler/describe';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { operationsBetween } from '@/flows/document/operations-between';
import type { FlowView } from '@/lib/api/view-models';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { toast } from '@/lib/ui/toast';
import { TRPCClientError } from '@trpc/client';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC, useTRPCClient } from '../../../../_trpc/provider';

interface RollbackDialogProps {
  flow: FlowView;
  number: number;
  /** The number the new version will have. */
  next: number;
  onClose: () => void;
}

/** Going back to an older version: what happens to the draft, to customers, to running conversations. */
export function RollbackDialog({ flow, number, next, onClose }: RollbackDialogProps) {
  const t = useTranslations('flows.versions.back');
  const common = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ code: string; diagnostics: Diagnostic[] } | null>(null);
  const unpublished = flow.published?.draftRevision !== flow.revision;
  const refresh = (): Promise<void> => queries.invalidateQueries(trpc.flows.pathFilter());

  const undo = async (revision: number): Promise<void> => {
    const { document } = await client.flows.get.query({ id: flow.id });
    const back = operationsBetween(document, flow.document);
    if (!back) return;
    try {
      await client.flows.save.mutate({ id: flow.id, baseRevision: revision, operations: [back] });
      toast(t('draftBack'));
    } catch {
      toast(t('draftMoved'), { tone: 'failed' });
    }
    await refresh();
  };

  const goBack = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const done = await client.flows.rollback.mutate({ id: flow.id, number, revision: flow.revision, note: t('note', { number }) });
      await refresh();
      toast(t('done', { number, next: done.number }), unpublished ? { action: { label: t('undo'), onAction: () => void undo(done.revision) } } : {});
      router.push(`/flows/${flow.id}/versions?v=${done.number}`);
      onClose();
    } catch (error) {
      setBusy(false);
      const relais = error instanceof TRPCClientError ? (error.data as { relais?: { diagnostics?: Diagnostic[] } } | undefined)?.relais : undefined;
      setFailure({ code: errorCode(error), diagnostics: relais?.diagnostics ?? [] });
      void refresh();
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { number })}
      description={flow.name}
      width="520px"
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" busy={busy} onClick={() => void goBack()}>{t('confirm', { next })}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-md text-ink-2">
        <p>{t('text', { number, next })}</p>
        <p>{t(flow.connections.length > 0 ? 'customers' : 'noCustomers', { channels: flow.connections.map((each) => each.name).join(', ') })}</p>
        {unpublished ? <Banner tone="caution" title={t('draftTitle')}>{t('draftText')}</Banner> : null}
        {failure ? <ErrorMessage code={failure.code} /> : null}
        {failure && failure.diagnostics.length > 0 ? (
          <ul className="flex max-h-48 list-disc flex-col gap-1 overflow-y-auto pl-5 text-sm text-ink">
            {failure.diagnostics.map((diagnostic, index) => {
              const { sentence, fix } = describeDiagnostic(diagnostic, locale);
              return <li key={index}>{sentence} {fix}</li>;
            })}
          </ul>
        ) : null}
      </div>
    </Dialog>
  );
}
