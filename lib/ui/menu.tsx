'use client';

import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { Kbd } from './kbd';

/** @property takesFocus the act gives the focus to something else: it runs once the menu is gone, which then leaves the focus alone */
type ActEntry = { kind?: 'item'; key: string; label: ReactNode; icon?: ReactNode; shortcut?: string; danger?: boolean; disabled?: boolean; takesFocus?: boolean; onSelect: () => void };

export type MenuEntry =
  | ActEntry
  | { kind: 'radio'; key: string; label: string; value: string; onValueChange: (value: string) => void; options: readonly { value: string; label: ReactNode; icon?: ReactNode; lang?: string }[] }
  | { kind: 'switch'; key: string; label: ReactNode; checked: boolean; onCheckedChange: (checked: boolean) => void }
  | { kind: 'separator'; key: string }
  | { kind: 'heading'; key: string; label: ReactNode };

export interface MenuProps {
  trigger: ReactElement;
  onOpenChange?: (open: boolean) => void;
  entries: readonly MenuEntry[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  className?: string;
}

const ITEM =
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-sm text-ink outline-none select-none data-[disabled]:text-ink-disabled data-[highlighted]:bg-sunken pointer-coarse:min-h-11';

/** Acts behind a button. */
export function Menu({ trigger, onOpenChange, entries, side = 'bottom', align = 'end', className }: MenuProps) {
  const chosen = useRef<(() => void) | null>(null);
  const select = (entry: ActEntry): void => {
    if (entry.takesFocus) chosen.current = entry.onSelect;
    else entry.onSelect();
  };
  const closed = (event: Event): void => {
    const act = chosen.current;
    if (!act) return;
    chosen.current = null;
    event.preventDefault();
    act();
  };
  return (
    <Radix.Root modal={false} {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content side={side} align={align} sideOffset={6} collisionPadding={8} onCloseAutoFocus={closed} className={clsx('pop-in z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-lg bg-raised p-1 shadow-float', className)}>
          {entries.map((entry) => <Entry key={entry.key} entry={entry} onSelect={select} />)}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ entry, onSelect }: { entry: MenuEntry; onSelect: (entry: ActEntry) => void }) {
  if (entry.kind === 'separator') return <Radix.Separator className="my-1 h-px bg-line" />;
  if (entry.kind === 'heading') return <Radix.Label className="px-2 py-1.5 text-xs text-ink-3">{entry.label}</Radix.Label>;
  if (entry.kind === 'switch') {
    return (
      <Radix.CheckboxItem checked={entry.checked} onCheckedChange={entry.onCheckedChange} className={ITEM}>
        <span className="flex-1">{entry.label}</span>
        <Radix.ItemIndicator><Check aria-hidden size={14} strokeWidth={2} className="text-accent" /></Radix.ItemIndicator>
      </Radix.CheckboxItem>
    );
  }
  if (entry.kind === 'radio') {
    return (
      <Radix.RadioGroup value={entry.value} onValueChange={entry.onValueChange} aria-label={entry.label}>
        <Radix.Label className="px-2 py-1.5 text-xs font-label text-ink-3">{entry.label}</Radix.Label>
        {entry.options.map((option) => (
          <Radix.RadioItem key={option.value} value={option.value} lang={option.lang} className={ITEM}>
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <Radix.ItemIndicator><Check aria-hidden size={14} strokeWidth={2} className="text-accent" /></Radix.ItemIndicator>
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    );
  }
  return (
    <Radix.Item disabled={entry.disabled ?? false} onSelect={() => onSelect(entry)} className={clsx(ITEM, entry.danger && 'text-stop')}>
      {entry.icon}
      <span className="flex-1">{entry.label}</span>
      {entry.shortcut ? <Kbd>{entry.shortcut}</Kbd> : null}
    </Radix.Item>
  );
}
