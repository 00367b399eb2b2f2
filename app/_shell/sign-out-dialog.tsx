'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';

/** Signing out deletes what this browser keeps: asked while some of it exists nowhere else. */
export function SignOutDialog({ flows, onStay, onLeave }: { flows: number; onStay: () => void; onLeave: () => void }) {
  const t = useTranslations('shell.signOut');
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={t('title')}
      footer={
        <>
          <Button onClick={onStay}>{t('stay')}</Button>
          <Button variant="danger-filled" onClick={onLeave}>{t('leave')}</Button>
        </>
      }
    >
      <p className="text-md text-ink-2">{t('text', { count: flows })}</p>
    </Dialog>
  );
}
