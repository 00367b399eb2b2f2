'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';

/** Says that this page failed, offers to draw it again or to go to the start. */
export function PageError({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('shell');
  return (
    <EmptyState
      as="h1"
      drawing="offline"
      title={t('error.title')}
      actions={
        <>
          <Button icon={<RotateCw aria-hidden size={16} strokeWidth={1.75} />} onClick={onRetry}>{t('error.retry')}</Button>
          {/* A full load on purpose: what failed may be the router's own state. */}
          <a href="/" className={buttonStyle({ variant: 'quiet' })}>{t('notFound.action')}</a>
        </>
      }
    >
      {t('error.text')}
    </EmptyState>
  );
}
