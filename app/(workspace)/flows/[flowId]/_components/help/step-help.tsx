'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { defaultRegistry } from '@/flows/nodes/registry';
import { Button } from '@/lib/ui/button';
import { Skeleton } from '@/lib/ui/skeleton';
import { helpPage } from './help-page';

/** The renderer comes with the first page: the studio opens without it. */
const Markdown = lazy(async () => ({ default: (await import('@/lib/ui/markdown')).Markdown }));

/** What the type of the selected step is for and how it is used, in the person's language. */
export function StepHelp({ type, onClose }: { type: string; onClose: () => void }) {
  const t = useTranslations('studio.help');
  const locale = useLocale();
  const known = defaultRegistry.get(type) !== undefined;
  const page = useQuery({ queryKey: ['step-help', type, locale], queryFn: () => helpPage(type, locale), enabled: known, staleTime: Infinity, retry: 1 });
  return (
    <section aria-label={t('label')} className="flex min-h-0 flex-1 flex-col border-t border-line">
      <div className="px-2 py-2">
        <Button size="sm" variant="quiet" icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.75} />} onClick={onClose}>{t('back')}</Button>
      </div>
      <div tabIndex={0} className="min-h-0 flex-1 overflow-y-auto px-4 pb-6 outline-offset-[-2px]">
        {!known || page.isError ? (
          <p role="status" className="text-sm text-ink-2">{t('missing')}</p>
        ) : (
          <Suspense fallback={<Waiting />}>{page.data === undefined ? <Waiting /> : <Markdown source={page.data} top={3} />}</Suspense>
        )}
      </div>
    </section>
  );
}

function Waiting() {
  return (
    <div aria-busy className="flex flex-col gap-2">
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-16 w-full" />
    </div>
  );
}
