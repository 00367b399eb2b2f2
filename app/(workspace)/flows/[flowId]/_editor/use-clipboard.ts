'use client';

import { useEffect, useEffectEvent } from 'react';
import { readClip } from '@/flows/document/clip';
import { clipSelection } from './clip-selection';
import { inField } from './in-field';
import { pasteSteps } from './paste-steps';
import { removeSelection } from './remove-selection';
import { useEditorStore } from './use-editor';
import { usePointer } from './use-pointer';

/**
 * Copy, cut and paste by the system's clipboard, so that steps travel between tabs. A field, and text that is selected
 * to be read, keep theirs; a paste of anything but steps is nobody's business.
 */
export function useClipboard(): void {
  const store = useEditorStore();
  const { toCanvas } = usePointer();

  const onCopy = useEffectEvent((event: ClipboardEvent) => {
    const clip = isOurs(event) ? clipSelection(store.getState()) : null;
    if (!clip || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', JSON.stringify(clip));
    event.preventDefault();
    if (event.type === 'cut' && !store.getState().readOnly) removeSelection(store);
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const clip = isOurs(event) ? readClip(event.clipboardData?.getData('text/plain') ?? '') : null;
    if (!clip) return;
    event.preventDefault();
    pasteSteps(store, clip, toCanvas() ?? undefined);
  });

  useEffect(() => {
    const copy = (event: ClipboardEvent): void => onCopy(event);
    const paste = (event: ClipboardEvent): void => onPaste(event);
    const listeners = [['copy', copy], ['cut', copy], ['paste', paste]] as const;
    for (const [name, listener] of listeners) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener);
    };
  }, []);
}

function isOurs(event: ClipboardEvent): boolean {
  return !event.defaultPrevented && !inField(event.target) && (event.type === 'paste' || (window.getSelection()?.isCollapsed ?? true));
}
