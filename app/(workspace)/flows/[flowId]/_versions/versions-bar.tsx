'use client';

import { Download, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FlowDocument } from '@/flows/document/flow-document';
import { Button } from '@/lib/ui/button';
import { Chip } from '@/lib/ui/chip';
import { FlowDoors, type FlowDoor } from '../../../../_shell/flow-doors';
import { TopBar } from '../../../../_shell/top-bar';
import { downloadDocument } from '../../_files/download-document';
import type { Looked } from './use-versions';

interface VersionsBarProps {
  flowId: string;
  name: string;
  archived: boolean;
  permissions: readonly string[];
  looked: Looked;
  document: FlowDocument | undefined;
  /** Absent where there is nothing to go back to, or for who may not publish. */
  onRollBack: (() => void) | undefined;
}

/** Where I am, the flow's other doors, and what can be done with the version that is looked at. */
export function VersionsBar({ flowId, name, archived, permissions, looked, document, onRollBack }: VersionsBarProps) {
  const t = useTranslations('flows.versions');
  const doors: FlowDoor[] = [...(archived ? [] : (['edit'] as const)), ...(!archived && permissions.includes('flows.test') ? (['simulate', 'tests'] as const) : []), 'versions'];
  return (
    <TopBar
      where={
        <>
          <Link href="/flows" className="shrink-0 rounded-xs text-ink-3 hover:text-ink max-md:hidden">{t('flows')}</Link>
          <span aria-hidden className="text-ink-3 max-md:hidden">/</span>
          <h1 className="min-w-0 truncate font-strong text-ink">{name}</h1>
        </>
      }
      state={archived ? <Chip className="shrink-0">{t('archived')}</Chip> : <div className="max-[1119px]:hidden"><FlowDoors flowId={flowId} here="versions" open={doors} /></div>}
      actions={
        <>
          <Button className="max-md:hidden" icon={<Download aria-hidden size={16} strokeWidth={1.75} />} {...(document ? {} : { disabledReason: t('loading') })}
            onClick={() => document && downloadDocument(document, looked === 'draft' ? undefined : looked)}>
            {t('export')}
          </Button>
          {onRollBack && typeof looked === 'number' ? (
            <Button variant="primary" icon={<RotateCcw aria-hidden size={16} strokeWidth={1.75} className="max-md:hidden" />} onClick={onRollBack}>{t('rollBack', { number: looked })}</Button>
          ) : null}
        </>
      }
    />
  );
}
