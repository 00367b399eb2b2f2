'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';

/** The flow cannot be shown: why, and the way back. */
export function StudioError({ code, onRetry }: { code: string; onRetry: () => void }) {
  const t = useTranslations('studio');
  if (code === 'flow-unknown' || code === 'not-found' || code === 'invalid-input') {
    return (
      <EmptyState as="h1" title={t('unknown.title')} actions={<Link href="/flows" className={buttonStyle({ variant: 'primary' })}>{t('unknown.back')}</Link>}>
        {t('unknown.text')}
      </EmptyState>
    );
  }
  return (
    <div className="p-6">
      <h1 className="sr-only">{t('title')}</h1>
      <ErrorMessage code={code} onRetry={onRetry} />
    </div>
  );
}
