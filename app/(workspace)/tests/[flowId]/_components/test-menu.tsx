'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu } from '@/lib/ui/menu';

/** What one does to a test itself. */
export function TestMenu({ onRename, onRemove }: { onRename: () => void; onRemove: () => void }) {
  const t = useTranslations('tests.panel');
  return (
    <Menu
      trigger={<IconButton label={t('more')}><Ellipsis aria-hidden size={16} strokeWidth={1.75} /></IconButton>}
      entries={[
        { key: 'rename', label: t('rename'), icon: <Pencil aria-hidden size={16} strokeWidth={1.75} />, takesFocus: true, onSelect: onRename },
        { key: 'remove', label: t('remove'), icon: <Trash2 aria-hidden size={16} strokeWidth={1.75} />, danger: true, onSelect: onRemove },
      ]}
    />
  );
}
