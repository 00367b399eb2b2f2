'use client';

import { clsx } from 'clsx';
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TabItem<V extends string> {
  value: V;
  label: ReactNode;
  /** A count or a mark after the label. */
  badge?: ReactNode;
  content: ReactNode;
}

export interface TabsProps<V extends string> {
  label: string;
  value: V;
  onValueChange: (value: V) => void;
  items: readonly TabItem<V>[];
  className?: string;
  listClassName?: string;
  contentClassName?: string;
}

/** Parts of one object. */
export function Tabs<V extends string>({ label, value, onValueChange, items, className, listClassName, contentClassName }: TabsProps<V>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onValueChange(next as V)} className={clsx('flex flex-col', className)}>
      <Radix.List aria-label={label} className={clsx('flex shrink-0 gap-1 overflow-x-auto border-b border-line px-2.5 focus-visible:shadow-[inset_0_-2px_var(--accent)]', listClassName)}>
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            className="-mb-px inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-t-sm border-b-2 border-transparent px-1.5 text-sm text-ink-2 outline-offset-[-2px] hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink pointer-coarse:min-h-11"
          >
            {item.label}
            {item.badge}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value} className={clsx('min-h-0 flex-1', contentClassName)}>
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
