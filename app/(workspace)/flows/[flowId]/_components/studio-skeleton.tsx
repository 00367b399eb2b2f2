'use client';

import { useTranslations } from 'next-intl';
import { Skeleton } from '@/lib/ui/skeleton';

/** The studio's geometry while the flow is on its way. */
export function StudioSkeleton() {
  const t = useTranslations('common');
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{t('loading')}</h1>
      <div className="flex h-[60px] shrink-0 items-center border-b border-line bg-surface px-4 md:h-(--topbar)">
        <Skeleton className="h-4 w-60" />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="hidden w-[200px] border-r border-line bg-surface p-3 min-[1120px]:block">
          <Skeleton className="h-8 w-full" />
        </div>
        <div className="flex-1 bg-canvas" />
        <div className="hidden w-[344px] border-l border-line bg-surface p-4 min-[900px]:block">
          <Skeleton className="h-6 w-40" />
        </div>
      </div>
    </div>
  );
}
