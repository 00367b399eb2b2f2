'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import { ErrorMessage } from '@/lib/ui/error-message';

/** The flow cannot be opened: why, and the way to another. */
export function SimulatorError({ code, onRetry }: { code: string; onRetry: () => void }) {
  const t = useTranslations('simulate');
  const choose = <Link href="/simulate?choose=1" className={buttonStyle({ variant: 'primary' })}>{t('unknown.back')}</Link>;
  if (code === 'flow-unknown' || code === 'not-found' || code === 'invalid-input') {
    return <EmptyState as="h1" title={t('unknown.title')} actions={choose}>{t('unknown.text')}</EmptyState>;
  }
  return (
    <div className="flex flex-col items-start gap-4 p-6">
      <h1 className="sr-only">{t('title')}</h1>
      <ErrorMessage code={code} onRetry={onRetry} className="w-full" />
      {choose}
    </div>
  );
}
