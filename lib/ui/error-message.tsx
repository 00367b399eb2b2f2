'use client';

import { RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Banner } from './banner';
import { Button } from './button';

export interface ErrorMessageProps {
  /** A code of the `errors` texts, such as `stale-revision`. An unknown one is said in general words. */
  code: string;
  params?: Record<string, string | number>;
  onRetry?: () => void;
  className?: string;
}

/** What went wrong and how to repair it, then the code in small mono. */
export function ErrorMessage({ code, params, onRetry, className }: ErrorMessageProps) {
  const t = useTranslations('errors');
  const common = useTranslations('common');
  return (
    <Banner
      tone="stop"
      code={code}
      {...(className && { className })}
      {...(onRetry && {
        action: <Button size="sm" icon={<RotateCw aria-hidden size={14} strokeWidth={1.75} />} onClick={onRetry}>{common('retry')}</Button>,
      })}
    >
      {t.has(code as never) ? t(code as never, params as never) : t('internal')}
    </Banner>
  );
}
