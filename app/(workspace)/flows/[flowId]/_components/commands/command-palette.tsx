'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { PickList } from '@/lib/ui/pick-list';
import { PopoverAt } from '@/lib/ui/popover-at';
import { findFolded } from '../../_editor/search/find-folded';
import { useEditor } from '../../_editor/use-editor';
import { useCommands } from './use-commands';

const WIDTH = 520;

/** Every act of the studio, found by its words and shown with its keys. */
export function CommandPalette({ onPublish }: { onPublish: (() => void) | undefined }) {
  const t = useTranslations('studio.commands');
  const close = useEditor((editor) => editor.closePanel);
  const commands = useCommands(onPublish);
  const [query, setQuery] = useState('');
  // What had the keyboard gets it back; the canvas when nothing had it.
  const [before] = useState(() => document.activeElement);
  // Runs after the palette has given the keyboard back: an act may open something that takes it.
  const chosen = useRef<(typeof commands)[number]>(undefined);
  const returnFocus = () => {
    const to = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.querySelector<HTMLElement>('[data-canvas]');
    to?.focus({ preventScroll: true });
    chosen.current?.run();
  };
  const fitting = query.trim() === '' ? commands : commands.filter(({ label, group }) => findFolded(`${group} ${label}`, query));
  return (
    <PopoverAt returnFocus={returnFocus} at={{ x: Math.max(8, (window.innerWidth - WIDTH) / 2), y: 96 }} label={t('label')} onClose={close} className="w-[min(520px,calc(100vw-16px))]">
      <PickList
        label={t('label')}
        placeholder={t('placeholder')}
        query={query}
        onQueryChange={setQuery}
        items={fitting}
        onPick={(key) => {
          chosen.current = commands.find((command) => command.key === key);
          close();
        }}
        empty={t('none', { query })}
      />
    </PopoverAt>
  );
}
