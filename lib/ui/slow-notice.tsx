'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from './button';

const SLOW_MS = 8000;

/** Stands beside skeletons: silent at first, after eight seconds a sentence and *Try again*. */
export function SlowNotice({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('common');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="flex min-h-8 items-center justify-center gap-3 py-3 text-sm text-ink-2">
      {slow ? (
        <>
          {t('slow')}
          <Button size="sm" onClick={onRetry}>{t('retry')}</Button>
        </>
      ) : null}
    </div>
  );
}
