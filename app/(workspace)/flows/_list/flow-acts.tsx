'use client';

import { Archive, ArchiveRestore, Copy, Download, Ellipsis, History, PencilLine } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { FlowCard } from '@/lib/api/view-models';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu, type MenuEntry } from '@/lib/ui/menu';
import { useFlowActs } from './use-flow-acts';

interface FlowActsProps {
  flow: FlowCard;
  archived: boolean;
  mayEdit: boolean;
  onRename: () => void;
}

/** What can be done with one flow; who may only read sees its versions and takes it along. */
export function FlowActs({ flow, archived, mayEdit, onRename }: FlowActsProps) {
  const t = useTranslations('flows.acts');
  const router = useRouter();
  const acts = useFlowActs();
  const icon = (Icon: typeof Copy) => <Icon aria-hidden size={14} strokeWidth={1.75} />;
  const live = !archived;
  const entries: MenuEntry[] = [
    ...(live && mayEdit
      ? ([
          { key: 'rename', label: t('rename'), icon: icon(PencilLine), takesFocus: true, onSelect: onRename },
          { key: 'duplicate', label: t('duplicate'), icon: icon(Copy), onSelect: () => acts.duplicate(flow) },
        ] satisfies MenuEntry[])
      : []),
    { key: 'versions', label: t('versions'), icon: icon(History), onSelect: () => router.push(`/flows/${flow.id}/versions`) },
    ...(live ? ([{ key: 'export', label: t('export'), icon: icon(Download), onSelect: () => acts.download(flow) }] satisfies MenuEntry[]) : []),
    ...(mayEdit
      ? ([
          { kind: 'separator', key: 'before-archive' },
          live
            ? { key: 'archive', label: t('archive'), icon: icon(Archive), onSelect: () => acts.archive(flow) }
            : { key: 'restore', label: t('restore'), icon: icon(ArchiveRestore), onSelect: () => acts.restore(flow) },
        ] satisfies MenuEntry[])
      : []),
  ];
  return (
    <span className="relative z-10">
      <Menu
        entries={entries}
        trigger={
          <IconButton label={t('more', { name: flow.name })}>
            <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
          </IconButton>
        }
      />
    </span>
  );
}
