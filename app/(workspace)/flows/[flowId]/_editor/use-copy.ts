'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { toast } from '@/lib/ui/toast';
import { clipSelection } from './clip-selection';
import { removeSelection } from './remove-selection';
import { useEditorStore } from './use-editor';

/** Copies the selected steps, or cuts them, for buttons: without the event of a key the browser is asked for its clipboard. */
export function useCopy(): (cut: boolean) => void {
  const t = useTranslations('studio.selection');
  const store = useEditorStore();
  return useCallback(
    (cut) => {
      const clip = clipSelection(store.getState());
      if (!clip) return;
      navigator.clipboard.writeText(JSON.stringify(clip)).then(
        () => {
          if (cut) removeSelection(store);
          toast(t('copied', { count: clip.nodes.length }));
        },
        () => toast(t('notCopied'), { tone: 'failed' }),
      );
    },
    [store, t],
  );
}
