'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { ErrorMessage } from '@/lib/ui/error-message';
import { errorCode } from '../../../_trpc/error-code';

export interface ConfirmDialogProps {
  title: ReactNode;
  submit: string;
  onSubmit: () => void;
  onClose: () => void;
  busy: boolean;
  error: unknown;
  /** It cannot be done now; `children` say why. */
  blocked?: boolean;
  dangerous?: boolean;
  children: ReactNode;
}

/** A decision that cannot be undone: names the object and what follows. */
export function ConfirmDialog({ title, submit, onSubmit, onClose, busy, error, blocked = false, dangerous = true, children }: ConfirmDialogProps) {
  const common = useTranslations('common');
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{common(blocked ? 'close' : 'cancel')}</Button>
          {blocked ? null : <Button variant={dangerous ? 'danger-filled' : 'primary'} busy={busy} onClick={onSubmit}>{submit}</Button>}
        </>
      }
    >
      <div className="space-y-3 text-md text-ink-2">{children}</div>
      {error ? <ErrorMessage className="mt-4" code={errorCode(error)} /> : null}
    </Dialog>
  );
}
