'use client';

import { clsx } from 'clsx';
import { ScrollArea as Radix } from 'radix-ui';
import type { ReactNode, Ref } from 'react';

export interface ScrollAreaProps {
  className?: string;
  /** The element that scrolls. */
  viewportRef?: Ref<HTMLDivElement>;
  /** Read aloud when the region itself takes focus. */
  label?: string;
  children: ReactNode;
}

/** Scrolls downwards with a thin bar that takes no room. */
export function ScrollArea({ className, viewportRef, label, children }: ScrollAreaProps) {
  return (
    <Radix.Root type="hover" className={clsx('min-h-0 overflow-hidden', className)}>
      <Radix.Viewport ref={viewportRef} tabIndex={label ? 0 : undefined} role={label ? 'region' : undefined} aria-label={label} className="size-full outline-offset-[-2px] [&>div]:!block">
        {children}
      </Radix.Viewport>
      <Radix.Scrollbar orientation="vertical" className="w-2 touch-none p-0.5 select-none">
        <Radix.Thumb className="rounded-full bg-line-strong" />
      </Radix.Scrollbar>
    </Radix.Root>
  );
}
