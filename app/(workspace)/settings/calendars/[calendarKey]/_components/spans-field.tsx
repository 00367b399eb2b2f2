'use client';

import { CircleX, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, type ReactNode } from 'react';
import { IconButton } from '@/lib/ui/icon-button';
import { Button } from '@/lib/ui/button';
import { TextInput } from '@/lib/ui/text-input';
import { spanFault, type SpanDraft } from '../../../_logic/span-faults';
import { timeOf } from '../../../_logic/time-text';

export interface SpansFieldProps {
  /** Name of the day, for readers that do not see where a field stands. */
  day: string;
  spans: readonly SpanDraft[];
  onChange: (spans: SpanDraft[]) => void;
  /** Offered beside a span that ends before it begins. */
  repair?: (at: number) => ReactNode;
}

/** The open spans of one day, typed as 09:00. None is closed. */
export function SpansField({ day, spans, onChange, repair }: SpansFieldProps) {
  const t = useTranslations('settings.calendars');
  const noteId = useId();
  const found = spanFault(spans);
  const set = (at: number, change: Partial<SpanDraft>): void => onChange(spans.map((span, index) => (index === at ? { ...span, ...change } : span)));
  const add = (): void => {
    const last = timeOf(spans.at(-1)?.to ?? '');
    const from = last === null || last >= '23:00' ? (spans.length === 0 ? '09:00' : '') : `${String(Number(last.slice(0, 2)) + 1).padStart(2, '0')}${last.slice(2)}`;
    onChange([...spans, { from, to: spans.length === 0 ? '18:00' : from !== '' && from < '18:00' ? '18:00' : '24:00' }]);
  };
  return (
    <div className="min-w-0 space-y-2">
      {spans.length === 0 ? <p className="text-sm text-ink-3 sm:pt-1.5">{t('closedDay')}</p> : null}
      {spans.map(({ from, to }, at) => {
        const invalid = found?.at === at || undefined;
        const field = (end: 'from' | 'to', value: string) => (
          <TextInput
            className="w-19!"
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            aria-label={t(end, { day, number: at + 1 })}
            aria-invalid={invalid}
            aria-describedby={invalid ? noteId : undefined}
            value={value}
            onChange={(event) => set(at, { [end]: event.target.value })}
            onBlur={() => set(at, { [end]: timeOf(value) ?? value })}
          />
        );
        return (
          // Spans have no name of their own, and are only added at the end.
          <div key={at} className="tabular flex items-center gap-2">
            {field('from', from)}
            <span className="text-sm text-ink-3">{t('until')}</span>
            {field('to', to)}
            <IconButton label={t('removeSpan', { day, number: at + 1 })} onClick={() => onChange(spans.filter((_, index) => index !== at))}><X aria-hidden size={16} strokeWidth={1.75} /></IconButton>
          </div>
        );
      })}
      {found ? (
        <div className="flex flex-wrap items-center gap-2">
          <p id={noteId} role="alert" className="flex gap-1.5 text-xs text-stop"><CircleX aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />{t(`faults.${found.fault}`)}</p>
          {found.fault === 'order' ? repair?.(found.at) : null}
        </div>
      ) : null}
      <Button variant="quiet" size="sm" className="-ml-2.5" icon={<Plus aria-hidden size={14} strokeWidth={2} />} aria-label={t('addSpanTo', { day })} onClick={add}>{t('addSpan')}</Button>
    </div>
  );
}
