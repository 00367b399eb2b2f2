'use client';

import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label'> {
  /** What it does; read aloud and shown in the tooltip. */
  label: string;
  shortcut?: string;
  size?: 'sm' | 'md' | 'lg';
  /** A toggle that is on or off. */
  pressed?: boolean;
  bordered?: boolean;
  tooltipSide?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}

/** An icon alone: only for undo, redo, zoom, close, more, previous, next and composer tools. */
export function IconButton({ label, shortcut, size = 'md', pressed, bordered = false, tooltipSide, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} {...(shortcut && { shortcut })} {...(tooltipSide && { side: tooltipSide })}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          'touch-target inline-flex shrink-0 items-center justify-center rounded-md border text-ink-2 transition-colors duration-(--t-fast)',
          'hover:bg-sunken hover:text-ink active:bg-line disabled:pointer-events-none disabled:text-ink-disabled',
          'aria-pressed:bg-accent-tint aria-pressed:text-accent-ink',
          bordered ? 'border-line-strong bg-surface' : 'border-transparent',
          { sm: 'size-7', md: 'size-8', lg: 'size-10' }[size],
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
