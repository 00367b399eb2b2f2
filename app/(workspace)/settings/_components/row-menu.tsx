'use client';

import { Ellipsis } from 'lucide-react';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu, type MenuEntry } from '@/lib/ui/menu';

/** The acts on one row, at its end. */
export function RowMenu({ label, entries }: { label: string; entries: readonly MenuEntry[] }) {
  return (
    <span className="relative z-1 inline-flex">
      <Menu trigger={<IconButton label={label}><Ellipsis aria-hidden size={16} strokeWidth={1.75} /></IconButton>} entries={entries} />
    </span>
  );
}
