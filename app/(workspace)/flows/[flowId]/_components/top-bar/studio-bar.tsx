'use client';

import { Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { Chip } from '@/lib/ui/chip';
import { IconButton } from '@/lib/ui/icon-button';
import { FlowDoors } from '../../../../../_shell/flow-doors';
import { TopBar } from '../../../../../_shell/top-bar';
import { useOpenDoors } from '../../../../../_shell/use-open-doors';
import { useEditor } from '../../_editor/use-editor';
import { FlowName } from './flow-name';
import { SaveStatus } from './save-status';
import type { Version } from './use-version';
import { VersionChip } from './version-chip';

interface StudioBarProps {
  flowId: string;
  version: Version;
  /** Absent for who may not publish. */
  onPublish: (() => void) | undefined;
}

/** Where I am, what state it is in, undo and redo, and the one primary act. */
export function StudioBar({ flowId, version, onPublish }: StudioBarProps) {
  const t = useTranslations('studio');
  const readOnly = useEditor((editor) => editor.readOnly);
  const selected = useEditor((editor) => editor.selected);
  const doors = useOpenDoors();
  const undo = useEditor((editor) => editor.undo);
  const redo = useEditor((editor) => editor.redo);
  const canUndo = useEditor((editor) => editor.past.length > 0);
  const canRedo = useEditor((editor) => editor.future.length > 0);
  return (
    <TopBar
      where={
        <>
          <Link href="/flows" className="shrink-0 rounded-xs text-ink-3 hover:text-ink">{t('bar.flows')}</Link>
          <span aria-hidden className="text-ink-3">/</span>
          <FlowName />
        </>
      }
      state={
        <>
          <VersionChip version={version} />
          <span className="contents max-[1120px]:hidden"><FlowDoors flowId={flowId} here="edit" step={selected} open={doors} /></span>
          {readOnly ? <Chip tone="sunken" className="shrink-0">{t('bar.readOnly')}</Chip> : <SaveStatus />}
        </>
      }
      actions={
        <>
          {!readOnly && (
            <>
              <IconButton label={t('bar.undo')} shortcut={t('keys.undo')} disabled={!canUndo} onClick={undo}>
                <Undo2 aria-hidden size={16} strokeWidth={1.75} />
              </IconButton>
              <IconButton label={t('bar.redo')} shortcut={t('keys.redo')} disabled={!canRedo} onClick={redo}>
                <Redo2 aria-hidden size={16} strokeWidth={1.75} />
              </IconButton>
            </>
          )}
          {onPublish && <Button variant="primary" shortcut={t('keys.publish')} onClick={onPublish}>{t('bar.publish')}</Button>}
        </>
      }
    />
  );
}
