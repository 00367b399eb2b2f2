'use client';

import { toast } from '@/lib/ui/toast';

/** Puts a text on the clipboard and says so; selects `fallback` where the browser forbids it. */
export function useCopy(said: string): (text: string, fallback?: HTMLElement | null) => void {
  return (text, fallback) => {
    // Absent on pages that are not secure.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const select = (): void => {
      if (fallback) getSelection()?.selectAllChildren(fallback);
    };
    if (!clipboard) select();
    else clipboard.writeText(text).then(() => toast(said), select);
  };
}
