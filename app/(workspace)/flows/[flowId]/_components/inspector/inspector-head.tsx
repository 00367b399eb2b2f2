'use client';

import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FamilyTile } from '@/lib/ui/family-tile';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu } from '@/lib/ui/menu';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useDuplicate } from '../../_editor/use-duplicate';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import type { StepView } from '../../_editor/use-step';

/** What the step is called and what kind it is; duplicate and remove behind the dots. */
export function InspectorHead({ step: { node, title, typeName, entry } }: { step: StepView }) {
  const t = useTranslations('studio');
  const store = useEditorStore();
  const readOnly = useEditor((editor) => editor.readOnly);
  const duplicate = useDuplicate();
  return (
    <header className="flex items-center gap-3 px-4 pt-4 pb-2">
      <FamilyTile family={familyOf(node.type)} icon={uiOf(node.type).icon} size={28} />
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-lg leading-5 font-strong text-ink">{title}</h2>
        <p className="truncate text-xs text-ink-3">{typeName}</p>
      </div>
      {!readOnly && (
        <Menu
          trigger={
            <IconButton label={t('inspector.more')}>
              <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
          }
          entries={[
            { key: 'duplicate', label: t('inspector.duplicate'), icon: <Copy aria-hidden size={14} strokeWidth={1.75} />, disabled: entry, onSelect: () => duplicate(node) },
            {
              key: 'remove',
              label: t('inspector.remove'),
              icon: <Trash2 aria-hidden size={14} strokeWidth={1.75} />,
              shortcut: t('keys.delete'),
              danger: true,
              onSelect: () => store.getState().apply({ kind: 'node.remove', id: node.id }),
            },
          ]}
        />
      )}
    </header>
  );
}
