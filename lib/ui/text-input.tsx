'use client';

import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';

export interface TextInputProps extends Omit<ComponentPropsWithRef<'input'>, 'size'> {
  size?: 'md' | 'lg';
  /** Before the text, 16 px. */
  icon?: ReactNode;
  /** After the text: a key, a small button. */
  trailing?: ReactNode;
}

/** One line of text. `className` goes to the frame. */
export function TextInput({ size = 'md', icon, trailing, className, disabled, ...rest }: TextInputProps) {
  return (
    <span
      className={clsx(
        'field-ring inline-flex w-full items-center gap-2 rounded-md border border-line-control bg-surface text-ink-3',
        size === 'lg' ? 'min-h-10 px-3' : 'min-h-8 px-2.5',
        'pointer-coarse:min-h-11',
        disabled && 'border-line bg-sunken',
        className,
      )}
    >
      {icon}
      <input
        {...rest}
        disabled={disabled}
        className={clsx(
          'min-w-0 flex-1 self-stretch bg-transparent text-ink outline-none disabled:text-ink-disabled pointer-coarse:text-lg',
          size === 'lg' ? 'text-md' : 'text-sm',
        )}
      />
      {trailing}
    </span>
  );
}
