'use client';

import { useTranslations } from 'next-intl';

/** What the colours of the canvas say. */
export function CoverageLegend() {
  const t = useTranslations('tests.legend');
  return (
    <ul className="absolute top-3 left-3 flex flex-wrap gap-x-5 gap-y-1 rounded-lg bg-raised px-3.5 py-2 text-xs text-ink-2 shadow-float">
      <li className="flex items-center gap-2"><span aria-hidden className="h-[3px] w-5 rounded-full bg-accent" />{t('covered')}</li>
      <li className="flex items-center gap-2"><span aria-hidden className="size-3 rounded-xs border-2 border-stop-fill" />{t('failing')}</li>
      <li className="flex items-center gap-2"><span aria-hidden className="text-2xs text-stop">{t('word')}</span>{t('never')}</li>
    </ul>
  );
}
