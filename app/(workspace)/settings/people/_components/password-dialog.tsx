'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { useCopy } from '../../_logic/use-copy';

/** A password at the only moment it is known. */
export function PasswordDialog({ name, email, password, onClose }: { name: string; email: string; password: string; onClose: () => void }) {
  const t = useTranslations('settings.people.secret');
  const copy = useCopy(t('copied'));
  const shown = useRef<HTMLElement>(null);
  return (
    <Dialog open title={t('title', { name })} description={t('text')} onOpenChange={(open) => { if (!open) onClose(); }} footer={<Button variant="primary" onClick={onClose}>{t('done')}</Button>}>
      <dl className="space-y-3">
        <div>
          <dt className="text-xs font-label text-ink-2">{t('signsIn')}</dt>
          <dd className="mt-0.5 text-md text-ink [overflow-wrap:anywhere]">{email}</dd>
        </div>
        <div>
          <dt className="text-xs font-label text-ink-2">{t('password')}</dt>
          <dd className="mt-1 flex flex-wrap items-center gap-3">
            <code ref={shown} className="rounded-md bg-sunken px-3 py-2 font-mono text-lg text-ink select-all">{password}</code>
            <Button icon={<Copy aria-hidden size={16} strokeWidth={1.75} />} onClick={() => copy(password, shown.current)}>{t('copy')}</Button>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
