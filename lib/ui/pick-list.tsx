'use client';

import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Kbd } from './kbd';

export interface PickItem {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  /** Below the label, or beside it when there is room: what it does, where it is. */
  detail?: ReactNode;
  /** Keys that do the same. */
  shortcut?: string;
  /** Items of one group follow each other under its heading. */
  group?: string;
}

export interface PickListProps {
  /** What is being chosen; read aloud. */
  label: string;
  placeholder: string;
  query: string;
  onQueryChange: (query: string) => void;
  /** Those that fit the query, best first. */
  items: readonly PickItem[];
  onPick: (key: string) => void;
  /** The item that Enter would take, as arrows move it. */
  onActive?: (key: string) => void;
  /** In the place of the list when nothing fits. */
  empty: ReactNode;
  /** Below the list: a count, a hint. */
  foot?: ReactNode;
  className?: string;
}

/** A field and the list it narrows, all from the keyboard: type, arrows, Enter. Escape is the surrounding's. */
export function PickList({ label, placeholder, query, onQueryChange, items, onPick, onActive, empty, foot, className }: PickListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, items.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, items]);

  const move = (to: number) => {
    const next = (to + items.length) % Math.max(1, items.length);
    setActive(next);
    const item = items[next];
    if (item) onActive?.(item.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, items.length - 1), PageUp: Math.max(at - 8, 0) };
    const to = moves[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && items[at]) onPick(items[at].key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={clsx('flex min-h-0 flex-col', className)}>
      <div className="flex items-center gap-2 border-b border-line px-3 text-ink-3 focus-within:shadow-[inset_0_-2px_var(--accent)]">
        <Search aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
        <input
          // What opens is for typing at once.
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={items[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setActive(0);
            onQueryChange(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="min-h-11 min-w-0 flex-1 bg-transparent text-md text-ink outline-none pointer-coarse:text-lg"
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-1 empty:hidden">
        {items.map((item, index) => (
          <div key={item.key} role="presentation">
            {item.group !== undefined && item.group !== items[index - 1]?.group && (
              <div role="presentation" className="px-2 pt-2 pb-1 text-xs font-label text-ink-3">{item.group}</div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              data-key={item.key}
              // The field keeps the keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index)}
              onClick={() => onPick(item.key)}
              className="flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2 py-1 text-sm text-ink aria-selected:bg-sunken pointer-coarse:min-h-11"
            >
              {item.icon}
              <span className="min-w-0 flex-1">
                <span className="block truncate">{item.label}</span>
                {item.detail && <span className="block truncate text-xs text-ink-3">{item.detail}</span>}
              </span>
              {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
            </div>
          </div>
        ))}
      </div>
      {items.length === 0 && <p role="status" className="px-3 py-3 text-sm text-ink-3">{empty}</p>}
      {foot && <div className="border-t border-line px-3 py-2 text-xs text-ink-3">{foot}</div>}
    </div>
  );
}
