'use client';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';

/** More bars than this are told by the number alone. */
const MOST_BARS = 8;

/** How many conversations this agent holds or is offered, of how many she takes. */
export function SlotMeter({ load, capacity }: { load: number; capacity: number }) {
  const t = useTranslations('inbox.slots');
  const over = load > capacity;
  return (
    <span role="img" aria-label={t('label', { load, capacity })} title={t('label', { load, capacity })} className="inline-flex min-h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-xs font-medium text-ink">
      {capacity <= MOST_BARS ? (
        <span aria-hidden className="flex gap-[3px]">
          {Array.from({ length: Math.max(capacity, 1) }, (_, index) => (
            <span key={index} className={clsx('h-4 w-[7px] rounded-[2px] border', index < load ? (over ? 'border-caution-fill bg-caution-fill' : 'border-accent bg-accent') : 'border-line-control')} />
          ))}
        </span>
      ) : null}
      <span aria-hidden className="tabular whitespace-nowrap">{t('short', { load, capacity })}</span>
    </span>
  );
}
