'use client';

import { useNodesInitialized } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor, useEditorStore } from '../_editor/use-editor';
import { useStudio } from '../_editor/use-studio';

const PARAMETER = 'step';

/** The address names the selected step, so that it can be sent to a colleague; opening it goes there. */
export function StepAddress(): null {
  const store = useEditorStore();
  const { flyTo } = useStudio();
  const ready = useNodesInitialized();
  const selected = useEditor((editor) => editor.selected);
  const opened = useRef(false);

  useEffect(() => {
    if (opened.current || !ready) return;
    opened.current = true;
    const wanted = new URLSearchParams(window.location.search).get(PARAMETER);
    // After the opening view, which is set in the same moment.
    if (wanted !== null && store.getState().document.nodes[wanted]) requestAnimationFrame(() => flyTo(wanted));
  }, [ready, store, flyTo]);

  useEffect(() => {
    if (!opened.current) return;
    const address = new URL(window.location.href);
    if (selected === null) address.searchParams.delete(PARAMETER);
    else address.searchParams.set(PARAMETER, selected);
    if (address.href !== window.location.href) window.history.replaceState(null, '', address);
  }, [selected]);

  return null;
}
