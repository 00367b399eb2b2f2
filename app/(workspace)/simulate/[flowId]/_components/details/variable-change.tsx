'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useValueWords } from '../../_state/use-value-words';
import type { VariableRow } from '../../_state/use-variables';

/** One variable: its name, and its value with the one before when that was another. */
export function VariableChange({ row: { variable, value, before, changed } }: { row: VariableRow }) {
  const t = useTranslations('simulate.variables');
  const words = useValueWords();
  const secret = variable.type === 'secret';
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm">
      <code className="min-w-0 flex-1 basis-24 font-mono text-xs [overflow-wrap:anywhere] text-ink">{variable.name}</code>
      <span className="flex max-w-full flex-wrap items-center justify-end gap-1.5">
        {changed ? (
          <>
            <del className="text-ink-3">{words(before, secret)}</del>
            <ArrowRight role="img" aria-label={t('became')} size={12} strokeWidth={2} className="text-ink-3" />
          </>
        ) : null}
        <span className={changed ? 'rounded-xs bg-accent-tint px-1.5 font-medium [overflow-wrap:anywhere] text-accent-ink' : 'text-ink-2 [overflow-wrap:anywhere]'}>{words(value, secret)}</span>
      </span>
    </li>
  );
}
