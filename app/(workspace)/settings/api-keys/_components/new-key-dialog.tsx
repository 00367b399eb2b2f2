'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';
import { useCopy } from '../../_logic/use-copy';

/** A key at the only moment it is known. */
export function NewKeyDialog({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const t = useTranslations('settings.apiKeys');
  const copy = useCopy(t('copied'));
  const shown = useRef<HTMLElement>(null);
  return (
    <Dialog open width="560px" title={t('madeTitle', { name })} description={t('madeText')} onOpenChange={(open) => { if (!open) onClose(); }} footer={<Button variant="primary" onClick={onClose}>{t('done')}</Button>}>
      <div className="flex flex-wrap items-center gap-3">
        <code ref={shown} className="min-w-0 rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all text-ink select-all">{secret}</code>
        <Button icon={<Copy aria-hidden size={16} strokeWidth={1.75} />} onClick={() => copy(secret, shown.current)}>{t('copy')}</Button>
      </div>
    </Dialog>
  );
}
