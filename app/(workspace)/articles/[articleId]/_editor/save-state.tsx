'use client';

import { CloudAlert, CloudCheck, CloudUpload, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/lib/ui/chip';
import type { useArticleDraft } from './use-article-draft';

/** Whether customers get what is written here: saved, on its way, still to be saved, or in need of a decision. */
export function SaveState({ article: { clashes, dirty, saving, fault } }: { article: ReturnType<typeof useArticleDraft> }) {
  const t = useTranslations('articles.editor.state');
  const icon = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;
  return (
    <div role="status" className="flex shrink-0 items-center text-xs text-ink-3 max-sm:[&_.words]:sr-only">
      {clashes.length > 0 ? (
        <Chip tone="caution" icon={<CloudAlert {...icon} />}>{t('clash', { count: clashes.length })}</Chip>
      ) : fault !== null && dirty ? (
        <Chip tone="stop" icon={<CloudAlert {...icon} />}>{t('failed')}</Chip>
      ) : (
        <span className="inline-flex items-center gap-1.5">
          {saving ? <CloudUpload {...icon} /> : dirty ? <PencilLine {...icon} /> : <CloudCheck {...icon} />}
          <span className="words">{t(saving ? 'saving' : dirty ? 'unsaved' : 'saved')}</span>
        </span>
      )}
    </div>
  );
}
