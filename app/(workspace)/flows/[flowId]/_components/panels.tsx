'use client';

import { useEditor } from '../_editor/use-editor';
import { CommandPalette } from './commands/command-palette';
import { ShortcutSheet } from './commands/shortcut-sheet';
import { QuickAdd } from './quick-add/quick-add';
import { SearchPanel } from './search/search-panel';

/** What lies over the canvas at the moment: a list to add from, the search, the commands or the shortcuts. */
export function Panels({ onPublish }: { onPublish: (() => void) | undefined }) {
  const panel = useEditor((editor) => editor.panel);
  switch (panel?.kind) {
    case 'quick-add':
      return <QuickAdd key={`${panel.at.x} ${panel.at.y}`} panel={panel} />;
    case 'search':
      return <SearchPanel />;
    case 'commands':
      return <CommandPalette onPublish={onPublish} />;
    case 'shortcuts':
      return <ShortcutSheet />;
    default:
      return null;
  }
}
