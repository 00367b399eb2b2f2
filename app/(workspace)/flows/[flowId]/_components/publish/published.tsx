'use client';

import { BadgeCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { Dialog } from '@/lib/ui/dialog';

interface PublishedProps {
  number: number;
  channels: readonly string[];
  onClose: () => void;
}

/** It is out. */
export function Published({ number, channels, onClose }: PublishedProps) {
  const t = useTranslations('studio.publish');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('doneTitle', { number })} footer={<Button variant="primary" onClick={onClose}>{t('back')}</Button>}>
      <div className="flex gap-3 rounded-lg border border-accent-line bg-accent-tint p-4 text-md text-ink">
        <BadgeCheck aria-hidden size={20} strokeWidth={1.75} className="mt-px shrink-0 text-accent" />
        <p>
          {channels.length > 0 ? t('newOnNow', { number, channels: channels.join(', ') }) : t('newNowhere')} {number > 1 && t('running')}
        </p>
      </div>
    </Dialog>
  );
}
