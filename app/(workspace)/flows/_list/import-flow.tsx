'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { ReferenceMapping } from '@/flows/compiler/references/map-references';
import { missingReferences } from '@/flows/compiler/references/missing-references';
import type { FlowDocument } from '@/flows/document/flow-document';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { References } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { errorCode } from '../../../_trpc/error-code';
import { useTRPC } from '../../../_trpc/provider';
import { readFlowFile, type ReadFlowFile } from '../_files/read-flow-file';
import { ReferenceMap } from '../_files/reference-map';
import { FileFaults } from './file-faults';

interface ImportFlowProps {
  /** Dropped on the page already; else one is asked for. */
  file: File | null;
  onClose: () => void;
}

/** A flow from a file: chosen or dropped, looked through before anything is sent, then opened. */
export function ImportFlow({ file, onClose }: ImportFlowProps) {
  const t = useTranslations('flows.import');
  const list = useTranslations('flows');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadFlowFile | null>(null);
  const [mapping, setMapping] = useState<ReferenceMapping[]>([]);
  const references = useQuery(trpc.workspace.references.queryOptions());
  const send = useMutation(trpc.flows.import.mutationOptions({ onSuccess: ({ id }) => router.push(`/flows/${id}`) }));

  const take = async (chosen: File | null | undefined): Promise<void> => {
    if (!chosen) return;
    send.reset();
    setMapping([]);
    setRead(await readFlowFile(chosen));
  };
  useEffect(() => {
    if (file) void readFlowFile(file).then(setRead);
  }, [file]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void take(event.dataTransfer.files[0]);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      width="560px"
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          {read?.ok && (
            <Button variant="primary" busy={send.isPending || send.isSuccess} onClick={() => send.mutate({ text: read.text, references: mapping })}>{t('submit')}</Button>
          )}
        </>
      }
    >
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-control px-4 py-6 text-center text-sm text-ink-2"
      >
        <FileUp aria-hidden size={24} strokeWidth={1.5} className="text-ink-3" />
        {read?.ok ? (
          <p>
            <strong className="block text-md font-strong [overflow-wrap:anywhere] text-ink">{read.document.name}</strong>
            {list('steps', { count: Object.keys(read.document.nodes).length })}
          </p>
        ) : (
          <p>{t('drop')}</p>
        )}
        <input ref={picker} type="file" accept=".json,application/json" className="sr-only" tabIndex={-1} aria-label={t('choose')} onChange={(event) => void take(event.target.files?.[0])} />
        <Button onClick={() => picker.current?.click()}>{read ? t('another') : t('choose')}</Button>
      </div>
      {read && !read.ok ? <FileFaults read={read} /> : null}
      {read?.ok ? <ReferenceMap missing={lacking(read.document, references.data)} references={references.data} value={mapping} onChange={setMapping} /> : null}
      {send.isError ? <ErrorMessage className="mt-4" code={errorCode(send.error)} /> : null}
    </Dialog>
  );
}

function lacking(document: FlowDocument, references: References | undefined) {
  if (!references) return [];
  const keys = (of: readonly { key: string }[]): string[] => of.map(({ key }) => key);
  const known = { skill: keys(references.skills), queue: keys(references.queues), calendar: keys(references.calendars) };
  return missingReferences(document, defaultRegistry, known).map((each) => ({ ...each, steps: each.steps.map((id) => document.nodes[id]?.title ?? {}) }));
}
