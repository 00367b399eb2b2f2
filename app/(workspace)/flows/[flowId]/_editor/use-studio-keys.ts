'use client';

import { useEffect, useEffectEvent } from 'react';
import { useHotkey } from '../../../../_shell/use-hotkey';
import { duplicateSteps } from './duplicate-steps';
import { inField } from './in-field';
import { nextProblem } from './next-problem';
import { readingOrder } from './reading-order';
import { removeSelection } from './remove-selection';
import { useEditorStore } from './use-editor';
import { useQuickAdd } from './use-quick-add';
import { useStudio } from './use-studio';
import { useViewKeys } from './use-view-keys';

/** The studio's keys that work anywhere: undo, redo, select all, duplicate, search, commands, problems, publish. */
export function useStudioKeys(onPublish: (() => void) | undefined): void {
  const store = useEditorStore();
  const { diagnostics, flyTo, focusCard } = useStudio();
  const quickAdd = useQuickAdd();
  useViewKeys();
  useHotkey('/', () => !store.getState().readOnly && quickAdd());
  useHotkey('?', () => store.getState().open({ kind: 'shortcuts' }));
  // Where a press beside everything has left the keyboard nowhere.
  useHotkey('Delete', () => document.activeElement === document.body && removeSelection(store));

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
    const act = event.ctrlKey || event.metaKey ? command(event) : event.key === 'F8' ? () => goToProblem(event.shiftKey ? -1 : 1) : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  function command(event: KeyboardEvent): (() => void) | undefined {
    const { undo, redo, open, selectMany, document, readOnly } = store.getState();
    const writing = inField(event.target);
    switch (event.key.toLowerCase()) {
      case 'z':
        return event.shiftKey ? redo : undo;
      case 'y':
        return writing ? undefined : redo;
      case 'a':
        return writing ? undefined : () => selectMany(readingOrder(document));
      case 'd':
        return writing || readOnly ? undefined : () => duplicateSteps(store);
      case 'f':
        return () => open({ kind: 'search' });
      case 'k':
        return () => open({ kind: 'commands' });
      case 'enter':
        return onPublish;
      default:
        return undefined;
    }
  }

  function goToProblem(by: 1 | -1): void {
    const id = nextProblem(diagnostics, store.getState().selection.at(-1) ?? null, by);
    if (id === null) return;
    flyTo(id);
    requestAnimationFrame(() => focusCard(id));
  }
}
