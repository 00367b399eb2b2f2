'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';

/** No test yet: where they come from. */
export function TestsEmpty({ flowId }: { flowId: string }) {
  const t = useTranslations('tests.empty');
  return (
    <div className="flex flex-1 items-center bg-bg">
      <EmptyState title={t('title')} actions={<Link href={`/simulate/${flowId}`} className={buttonStyle({ variant: 'primary' })}>{t('simulate')}</Link>}>
        {t('text')}
      </EmptyState>
    </div>
  );
}
