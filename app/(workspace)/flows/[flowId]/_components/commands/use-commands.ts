'use client';

import { useReactFlow } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { ALIGNMENTS } from '../../_editor/align-steps';
import { duplicateSteps } from '../../_editor/duplicate-steps';
import { readingOrder } from '../../_editor/reading-order';
import { removeSelection } from '../../_editor/remove-selection';
import { SHORTCUTS } from '../../_editor/shortcuts';
import { useArrange } from '../../_editor/use-arrange';
import { useCopy } from '../../_editor/use-copy';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useKeyNames } from '../../_editor/use-key-names';
import { useQuickAdd } from '../../_editor/use-quick-add';

export interface Command {
  key: string;
  label: string;
  group: string;
  shortcut?: string;
  run: () => void;
}

/** What can be done in the studio now, for the palette; what needs a selection is offered while there is one. */
export function useCommands(onPublish: (() => void) | undefined): Command[] {
  const t = useTranslations('studio.commands');
  const acts = useTranslations('studio.shortcuts');
  const align = useTranslations('studio.selection.align');
  const store = useEditorStore();
  const flow = useReactFlow();
  const keyNames = useKeyNames();
  const arrange = useArrange();
  const copy = useCopy();
  const quickAdd = useQuickAdd();
  const readOnly = useEditor((editor) => editor.readOnly);
  const several = useEditor(({ selection }) => selection.length > 1);
  const some = useEditor(({ selection }) => selection.length > 0);
  const past = useEditor((editor) => editor.past.length > 0);
  const future = useEditor((editor) => editor.future.length > 0);
  const sideBySide = useEditor((editor) => editor.sideBySide);
  const { open, undo, redo, selectMany, setSideBySide, document } = store.getState();
  const edit = !readOnly;

  const change = parts('change', [
    ['quickAdd', edit, () => quickAdd()],
    ['copy', some, () => copy(false)],
    ['cut', edit && some, () => copy(true)],
    ['duplicate', edit && some, () => duplicateSteps(store)],
    ['remove', edit && some, () => removeSelection(store)],
    ['undo', edit && past, undo],
    ['redo', edit && future, redo],
  ]);
  const arranged: Command[] = edit
    ? [
        { key: 'tidy', label: t(several ? 'tidySelection' : 'tidy'), group: acts('parts.change'), run: () => void arrange.layOut() },
        ...(several ? ALIGNMENTS.map((how) => ({ key: `align-${how}`, label: align(how), group: acts('parts.change'), run: () => void arrange.align(how) })) : []),
      ]
    : [];
  const find = parts('go', [['search', true, () => open({ kind: 'search' })]]);
  const choose = parts('select', [['all', true, () => selectMany(readingOrder(document))]]);
  const view = parts('view', [
    ['fit', true, () => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: 240 })],
    ['fitSelection', some, () => void flow.fitView({ padding: 0.2, maxZoom: 1, duration: 240, nodes: store.getState().selection.map((id) => ({ id })) })],
    ['actual', true, () => void flow.zoomTo(1, { duration: 240 })],
  ]);
  const languages: Command[] = document.languages.length > 1 ? [{ key: 'languages', label: t(sideBySide ? 'oneLanguage' : 'sideBySide'), group: acts('parts.view'), run: () => setSideBySide(!sideBySide) }] : [];
  const studio = parts('studio', [
    ['publish', onPublish !== undefined, () => onPublish?.()],
    ['shortcuts', true, () => open({ kind: 'shortcuts' })],
  ]);
  return [...change, ...arranged, ...find, ...choose, ...view, ...languages, ...studio];

  function parts<P extends keyof typeof SHORTCUTS>(part: P, list: readonly [keyof (typeof SHORTCUTS)[P] & string, boolean, () => void][]): Command[] {
    return list.flatMap(([act, possible, run]) => {
      const ways = SHORTCUTS[part][act] as unknown as readonly (readonly string[])[];
      return possible ? [{ key: act, label: acts(`acts.${part}.${act}` as Parameters<typeof acts>[0]), group: acts(`parts.${part}` as Parameters<typeof acts>[0]), shortcut: keyNames(ways[0] ?? []), run }] : [];
    });
  }
}
