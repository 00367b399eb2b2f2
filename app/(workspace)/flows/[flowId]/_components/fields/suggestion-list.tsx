'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { VARIABLE_TYPES, type VariableType } from '@/flows/document/variable';
import type { Suggestion } from '../../_form/suggestion';

interface SuggestionListProps {
  id: string;
  label: string;
  items: readonly Suggestion[];
  active: number;
  onPick: (item: Suggestion) => void;
  onActive: (index: number) => void;
}

/** What is offered below a field: what would be written, what it is, and its type. The keyboard stays in the field. */
export function SuggestionList({ id, label, items, active, onPick, onActive }: SuggestionListProps) {
  const t = useTranslations('studio.suggest');
  const types = useTranslations('studio.variables.types');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, items]);
  const detailOf = ({ kind, detail }: Suggestion): string => {
    if (isType(detail) && kind === 'variable') return types(detail);
    if (kind === 'secret') return t('secret');
    const key = `${kind === 'customer' ? 'customer' : 'does'}.${detail}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : '';
  };
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="pop-in absolute top-full right-0 left-0 z-20 mt-1 max-h-60 overflow-y-auto rounded-lg bg-raised p-1 shadow-float">
      {items.map((item, index) => (
        <div
          key={item.insert}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => onActive(index)}
          onClick={() => onPick(item)}
          className="flex min-h-8 cursor-default items-center gap-3 rounded-sm px-2 py-1 text-sm text-ink aria-selected:bg-sunken pointer-coarse:min-h-11"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate font-mono text-xs">{item.insert.trim().replace(/\s*\}\}$/, '')}</span>
            {item.label !== undefined && item.label !== item.insert.trim() && <span className="block truncate text-xs text-ink-3">{item.label}</span>}
          </span>
          <span className="max-w-[55%] shrink-0 text-right text-xs text-ink-3">{detailOf(item)}</span>
        </div>
      ))}
    </div>
  );
}

function isType(detail: string): detail is VariableType {
  return (VARIABLE_TYPES as readonly string[]).includes(detail);
}
