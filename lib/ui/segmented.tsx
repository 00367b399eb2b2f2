'use client';

import { clsx } from 'clsx';
import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface SegmentedOption<V extends string> {
  value: V;
  label: ReactNode;
  icon?: ReactNode;
  lang?: string;
}

export interface SegmentedProps<V extends string> {
  /** What is being chosen; read aloud. */
  label: string;
  value: V;
  onValueChange: (value: V) => void;
  options: readonly SegmentedOption<V>[];
  className?: string;
}

/** Two to four exclusive views. */
export function Segmented<V extends string>({ label, value, onValueChange, options, className }: SegmentedProps<V>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as V)}
      orientation="horizontal"
      className={clsx('inline-flex rounded-md bg-sunken', className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          lang={option.lang}
          className={clsx(
            'inline-flex min-h-7 items-center justify-center gap-1.5 rounded-md border border-transparent px-2.5 text-xs text-ink-2 transition-colors duration-(--t-fast) hover:text-ink',
            'data-[state=checked]:border-line-strong data-[state=checked]:bg-surface data-[state=checked]:font-medium data-[state=checked]:text-ink pointer-coarse:min-h-11',
          )}
        >
          {option.icon}
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
