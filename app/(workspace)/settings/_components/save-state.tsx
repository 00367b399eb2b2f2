'use client';

import { clsx } from 'clsx';
import { CloudCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Spinner } from '@/lib/ui/spinner';

/** Whether what was changed is on the server; nothing before the first change. */
export function SaveState({ saving, saved, unsaved = false, className }: { saving: boolean; saved: boolean; unsaved?: boolean; className?: string }) {
  const t = useTranslations('settings.saving');
  return (
    <p role="status" className={clsx('flex min-h-5 items-center gap-1.5 text-xs text-ink-3', className)}>
      {saving ? <Spinner /> : saved && !unsaved ? <CloudCheck aria-hidden size={14} strokeWidth={1.75} /> : null}
      {saving ? t('saving') : unsaved ? t('unsaved') : saved ? t('saved') : null}
    </p>
  );
}
