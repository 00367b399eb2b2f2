'use client';

import { AlignEndHorizontal, AlignEndVertical, AlignHorizontalSpaceAround, AlignStartHorizontal, AlignStartVertical, AlignVerticalSpaceAround, Copy, CopyPlus, Network, Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { FamilyTile } from '@/lib/ui/family-tile';
import { IconButton } from '@/lib/ui/icon-button';
import { ALIGNMENTS, type Alignment } from '../../_editor/align-steps';
import { duplicateSteps } from '../../_editor/duplicate-steps';
import { removeSelection } from '../../_editor/remove-selection';
import { SHORTCUTS } from '../../_editor/shortcuts';
import { stepTitle } from '../../_editor/step-title';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useArrange } from '../../_editor/use-arrange';
import { useCopy } from '../../_editor/use-copy';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useKeyNames } from '../../_editor/use-key-names';
import { useStudio } from '../../_editor/use-studio';

const ICONS = {
  left: AlignStartVertical, right: AlignEndVertical, top: AlignStartHorizontal, bottom: AlignEndHorizontal,
  columns: AlignHorizontalSpaceAround, rows: AlignVerticalSpaceAround,
} satisfies Record<Alignment, unknown>;

/** Several steps: which they are, and what can be done with all of them. */
export function SelectionInspector() {
  const t = useTranslations('studio.selection');
  const acts = useTranslations('studio.shortcuts.acts.change');
  const locale = useLocale();
  const store = useEditorStore();
  const { flyTo } = useStudio();
  const keyNames = useKeyNames();
  const arrange = useArrange();
  const copy = useCopy();
  const selection = useEditor((editor) => editor.selection);
  const nodes = useEditor((editor) => editor.document.nodes);
  const languages = useEditor((editor) => editor.document.languages);
  const language = useEditor((editor) => editor.language);
  const readOnly = useEditor((editor) => editor.readOnly);
  const keysOf = (act: keyof (typeof SHORTCUTS)['change']) => keyNames(SHORTCUTS.change[act][0]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex flex-col gap-3 px-4 pt-4 pb-3">
        <h2 aria-live="polite" className="text-lg font-strong text-ink">{t('count', { count: selection.length })}</h2>
        {!readOnly && (
          <>
            <div role="group" aria-label={t('align.label')} className="-ml-1.5 flex">
              {ALIGNMENTS.map((how) => {
                const Icon = ICONS[how];
                return (
                  <IconButton key={how} label={t(`align.${how}`)} onClick={() => arrange.align(how)}>
                    <Icon aria-hidden size={16} strokeWidth={1.75} />
                  </IconButton>
                );
              })}
            </div>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" icon={<Network aria-hidden size={14} strokeWidth={1.75} />} onClick={() => void arrange.layOut()}>{t('tidy')}</Button>
              <Button size="sm" icon={<Copy aria-hidden size={14} strokeWidth={1.75} />} shortcut={keysOf('copy')} onClick={() => copy(false)}>{acts('copy')}</Button>
              <Button size="sm" icon={<CopyPlus aria-hidden size={14} strokeWidth={1.75} />} shortcut={keysOf('duplicate')} onClick={() => duplicateSteps(store)}>{acts('duplicate')}</Button>
              <Button size="sm" variant="danger" icon={<Trash2 aria-hidden size={14} strokeWidth={1.75} />} shortcut={keysOf('remove')} onClick={() => removeSelection(store)}>{t('remove')}</Button>
            </div>
          </>
        )}
      </header>
      <ul aria-label={t('list')} className="min-h-0 flex-1 overflow-y-auto border-t border-line px-2 py-2">
        {selection.map((id) => {
          const node = nodes[id];
          if (!node) return null;
          return (
            <li key={id}>
              <button type="button" onClick={() => flyTo(id)} className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-sunken pointer-coarse:min-h-11">
                <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={22} />
                <span className="min-w-0 flex-1 truncate text-sm text-ink">{stepTitle(node, language, languages, locale)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
