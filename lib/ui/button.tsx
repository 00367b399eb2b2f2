'use client';

import { clsx } from 'clsx';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A 16 px icon before the words; the spinner takes its place while busy. */
  icon?: ReactNode;
  /** Something is under way: keeps its width, cannot be pressed again. */
  busy?: boolean;
  /** Why it cannot be pressed now, as a sentence. Keeps the button reachable by keyboard so that the reason can be read. */
  disabledReason?: string | undefined;
  /** Shown in the tooltip, such as `Ctrl Enter`. */
  shortcut?: string;
}

/** A button: verb first. One primary per view. */
export function Button({ variant, size, icon, busy = false, disabledReason, shortcut, className, children, type = 'button', onClick, ...rest }: ButtonProps) {
  const blocked = busy || disabledReason !== undefined;
  const button = (
    <button
      {...rest}
      type={type}
      className={clsx(buttonStyle({ ...(variant && { variant }), ...(size && { size }) }), className)}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && icon ? <Spinner /> : icon}
      {busy && !icon ? (
        <span className="relative inline-flex items-center justify-center">
          <span className="opacity-0">{children}</span>
          <Spinner className="absolute" />
        </span>
      ) : (
        children
      )}
    </button>
  );
  if (disabledReason !== undefined) return <Tooltip content={disabledReason}>{button}</Tooltip>;
  return shortcut ? <Tooltip content={children} shortcut={shortcut}>{button}</Tooltip> : button;
}
