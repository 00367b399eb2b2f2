'use client';

import { clsx } from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface SelectOption {
  value: string;
  label: string;
  icon?: ReactNode;
  disabled?: boolean;
  /** Language of the label when it is not the page's. */
  lang?: string;
}

export interface SelectProps {
  value: string | undefined;
  onValueChange: (value: string) => void;
  options: readonly SelectOption[];
  /** Said when nothing is chosen. */
  placeholder?: string;
  size?: 'md' | 'lg';
  disabled?: boolean;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | undefined;
  'aria-required'?: boolean | undefined;
}

/** One choice out of a list. Values are never the empty string. */
export function Select({ value, onValueChange, options, placeholder, size = 'md', disabled = false, className, ...aria }: SelectProps) {
  return (
    <Radix.Root value={value ?? ''} onValueChange={onValueChange} disabled={disabled}>
      <Radix.Trigger
        {...aria}
        // With Ctrl it is the page's: it must not open the list as well.
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.preventDefault();
        }}
        className={clsx(
          'field-ring inline-flex w-full items-center justify-between gap-2 rounded-md border border-line-control bg-surface text-left text-ink',
          'data-[placeholder]:text-ink-3 disabled:border-line disabled:bg-sunken disabled:text-ink-disabled pointer-coarse:min-h-11',
          size === 'lg' ? 'min-h-10 px-3 text-md' : 'min-h-8 px-2.5 text-sm',
          className,
        )}
      >
        <span className="truncate"><Radix.Value placeholder={placeholder} /></span>
        <Radix.Icon asChild><ChevronDown aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" /></Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={4} collisionPadding={8} className="pop-in z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden rounded-lg bg-raised p-1 shadow-float">
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                lang={option.lang}
                className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-sm text-ink outline-none select-none data-[disabled]:text-ink-disabled data-[highlighted]:bg-sunken pointer-coarse:min-h-11"
              >
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="ml-auto pl-2"><Check aria-hidden size={14} strokeWidth={2} className="text-accent" /></Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
