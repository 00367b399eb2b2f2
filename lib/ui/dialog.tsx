'use client';

import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from './icon-button';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The element that opens it, when it is not controlled. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the foot, the primary one last. */
  footer?: ReactNode;
  /** CSS width; 440 px by default. */
  width?: string;
  children?: ReactNode;
}

/** Only for decisions that change the outside world, or that need a name before they can go on. */
export function Dialog({ open, onOpenChange, trigger, title, description, footer, width = '440px', children }: DialogProps) {
  const t = useTranslations('common');
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fade-in fixed inset-0 z-50 bg-scrim" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusWhole}
          style={{ width: `min(${width}, calc(100vw - 32px))` }}
          className={clsx('pop-in fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-xl bg-raised shadow-modal outline-none')}
        >
          <div className="flex shrink-0 items-start gap-3 px-5 pt-5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-xl font-strong text-ink">{title}</Radix.Title>
              {description ? <Radix.Description className="mt-1 text-md text-ink-2">{description}</Radix.Description> : null}
            </div>
            <Radix.Close asChild>
              <IconButton label={t('close')} shortcut={t('keys.escape')}><X aria-hidden size={16} strokeWidth={1.75} /></IconButton>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? <div className="flex min-h-14 shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">{footer}</div> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The dialog itself, so that it is read from its title on; not its close button, whose hint would open with it. */
function focusWhole(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
