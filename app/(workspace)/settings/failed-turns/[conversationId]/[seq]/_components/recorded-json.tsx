'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Json } from '@/flows/document/json';

/** One part of what was recorded, folded; JSON, for whoever repairs the flow. */
export function RecordedJson({ title, value }: { title: string; value: Json }) {
  const t = useTranslations('settings.failedTurns.recorded');
  return (
    <details className="group border-b border-line last:border-b-0">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-5 text-sm font-medium text-ink hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} strokeWidth={1.75} className="text-ink-3 transition-transform duration-(--t-fast) group-open:rotate-90" />
        {title}
        {value === null ? <span className="font-normal text-ink-3">{t('none')}</span> : null}
      </summary>
      {value === null ? null : <pre tabIndex={0} aria-label={title} className="max-h-96 overflow-auto border-t border-line bg-sunken px-5 py-3 font-mono text-xs text-ink-2">{JSON.stringify(value, null, 2)}</pre>}
    </details>
  );
}
