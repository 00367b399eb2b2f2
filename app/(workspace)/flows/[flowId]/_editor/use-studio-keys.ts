'use client';

import { useEffect, useEffectEvent } from 'react';
import { inField } from './in-field';
import { useEditorStore } from './use-editor';
import { useStudio } from './use-studio';

/** The studio's keys that work anywhere: undo, redo, problems, publish. */
export function useStudioKeys(onPublish: (() => void) | undefined): void {
  const store = useEditorStore();
  const { diagnostics, flyTo, focusCard } = useStudio();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
    if (command && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      if (event.shiftKey) store.getState().redo();
      else store.getState().undo();
    } else if (command && event.key.toLowerCase() === 'y' && !inField(event.target)) {
      event.preventDefault();
      store.getState().redo();
    } else if (command && event.key === 'Enter' && onPublish) {
      event.preventDefault();
      onPublish();
    } else if (event.key === 'F8') {
      event.preventDefault();
      nextProblem(event.shiftKey ? -1 : 1);
    }
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  function nextProblem(by: 1 | -1): void {
    const steps = [...new Set(diagnostics.flatMap(({ node }) => (node === undefined ? [] : [node])))];
    const selected = store.getState().selected;
    const at = selected === null ? -1 : steps.indexOf(selected);
    const next = at === -1 ? (by === 1 ? 0 : steps.length - 1) : (at + by + steps.length) % steps.length;
    const id = steps[next];
    if (id === undefined) return;
    flyTo(id);
    requestAnimationFrame(() => focusCard(id));
  }
}
