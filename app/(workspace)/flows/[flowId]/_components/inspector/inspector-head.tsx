'use client';

import { CircleQuestionMark, Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FamilyTile } from '@/lib/ui/family-tile';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu } from '@/lib/ui/menu';
import { duplicateSteps } from '../../_editor/duplicate-steps';
import { removeSteps } from '../../_editor/remove-selection';
import { SHORTCUTS } from '../../_editor/shortcuts';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useKeyNames } from '../../_editor/use-key-names';
import type { StepView } from '../../_editor/use-step';

interface InspectorHeadProps {
  step: StepView;
  /** Whether the help page of its type is shown. */
  help: boolean;
  onHelp: () => void;
}

/** What the step is called and what kind it is; its help, duplicate and remove behind the dots. */
export function InspectorHead({ step: { node, title, typeName, entry }, help, onHelp }: InspectorHeadProps) {
  const t = useTranslations('studio');
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  const keyNames = useKeyNames();
  return (
    <header className="flex items-center gap-3 px-4 pt-4 pb-2">
      <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={28} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-lg leading-5 font-strong text-ink">{title}</h2>
        <p className="truncate text-xs text-ink-3">{typeName}</p>
      </div>
      <IconButton label={t('help.open', { type: typeName })} pressed={help} onClick={onHelp}>
        <CircleQuestionMark aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      {!readOnly && (
        <Menu
          trigger={
            <IconButton label={t('inspector.more')}>
              <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
          }
          entries={[
            { key: 'duplicate', label: t('inspector.duplicate'), icon: <Copy aria-hidden size={14} strokeWidth={1.75} />, disabled: entry, shortcut: keyNames(SHORTCUTS.change.duplicate[0]), onSelect: () => duplicateSteps(store) },
            {
              key: 'remove',
              label: t('inspector.remove'),
              icon: <Trash2 aria-hidden size={14} strokeWidth={1.75} />,
              shortcut: keyNames(SHORTCUTS.change.remove[0]),
              danger: true,
              onSelect: () => removeSteps(store, [node.id]),
            },
          ]}
        />
      )}
    </header>
  );
}
