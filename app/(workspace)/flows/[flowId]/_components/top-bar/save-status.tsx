'use client';

import { CloudAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/lib/ui/chip';
import { useEditor } from '../../_editor/use-editor';

/** Whether the draft is safe: saved, on its way, waiting for the network, or not accepted. */
export function SaveStatus() {
  const t = useTranslations('studio.save');
  const save = useEditor((editor) => editor.save);
  const unsent = useEditor((editor) => editor.pending.length);
  const clashes = useEditor((editor) => editor.conflicts.length);
  return (
    <div role="status" className="flex shrink-0 items-center text-xs text-ink-3">
      {clashes > 0 ? (
        <Chip tone="caution" icon={<CloudAlert aria-hidden size={14} strokeWidth={1.75} />}>{t('conflict', { count: clashes })}</Chip>
      ) : save === 'offline' ? (
        <Chip tone="caution" icon={<CloudOff aria-hidden size={14} strokeWidth={1.75} />}>{t('offline', { count: unsent })}</Chip>
      ) : save === 'refused' ? (
        <Chip tone="stop" icon={<CloudAlert aria-hidden size={14} strokeWidth={1.75} />}>{t('refused', { count: unsent })}</Chip>
      ) : (
        <span className="inline-flex items-center gap-1.5">
          {save === 'saved' ? <CloudCheck aria-hidden size={14} strokeWidth={1.75} /> : <CloudUpload aria-hidden size={14} strokeWidth={1.75} />}
          {t(save === 'saved' ? 'saved' : 'saving')}
        </span>
      )}
    </div>
  );
}
