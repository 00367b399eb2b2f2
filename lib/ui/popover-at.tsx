'use client';

import { clsx } from 'clsx';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface PopoverAtProps {
  /** Where its upper left corner would stand, in the window; it moves to stay inside. */
  at: { x: number; y: number };
  /** Name of the region, read aloud. */
  label: string;
  onClose: () => void;
  /** What gets the keyboard back; by default what had it before. */
  returnFocus?: () => void;
  className?: string;
  children: ReactNode;
}

/** Something small at a place rather than beside a button. Escape and a click outside close it; focus returns. */
export function PopoverAt({ at, label, onClose, returnFocus, className, children }: PopoverAtProps) {
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor asChild>
        <span aria-hidden className="pointer-events-none fixed size-0" style={{ left: at.x, top: at.y }} />
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          side="bottom"
          align="start"
          sideOffset={0}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!returnFocus) return;
            event.preventDefault();
            returnFocus();
          }}
          className={clsx('pop-in z-50 flex max-h-[min(420px,var(--radix-popover-content-available-height))] max-w-[calc(100vw-16px)] flex-col rounded-lg bg-raised text-ink shadow-float outline-none', className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
