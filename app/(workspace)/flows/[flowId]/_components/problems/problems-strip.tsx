'use client';

import { ChevronDown, ChevronUp, CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Kbd } from '@/lib/ui/kbd';
import { useStudio } from '../../_editor/use-studio';
import { ProblemRow } from './problem-row';

/** What the compiler finds, in sentences; each leads to its step. */
export function ProblemsStrip() {
  const t = useTranslations('studio.problems');
  const keys = useTranslations('studio.keys');
  const { diagnostics } = useStudio();
  const [open, setOpen] = useState(true);
  const list = useId();
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const shown = open && diagnostics.length > 0;
  const Signal = errors > 0 ? OctagonX : warnings > 0 ? TriangleAlert : CircleCheck;
  const Chevron = shown ? ChevronDown : ChevronUp;

  return (
    <section aria-label={t('label')} className="shrink-0 border-t border-line bg-surface">
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={list}
        disabled={diagnostics.length === 0}
        onClick={() => setOpen(!open)}
        className="flex h-[35px] w-full items-center gap-2.5 px-4 text-left outline-offset-[-2px]"
      >
        <Signal aria-hidden size={16} strokeWidth={1.75} className={errors > 0 ? 'text-stop' : warnings > 0 ? 'text-caution' : 'text-accent'} />
        <span aria-live="polite" className="min-w-0 flex-1 truncate text-sm font-medium text-ink">{t('summary', { errors, warnings })}</span>
        {diagnostics.length > 0 && (
          <>
            <Kbd>{keys('problem')}</Kbd>
            <span className="tabular inline-flex items-center gap-1 text-xs text-ink-2">
              <OctagonX aria-hidden size={14} strokeWidth={1.75} className={errors > 0 ? 'text-stop' : 'text-ink-3'} />
              {errors}
            </span>
            <span className="tabular inline-flex items-center gap-1 text-xs text-ink-2">
              <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className={warnings > 0 ? 'text-caution' : 'text-ink-3'} />
              {warnings}
            </span>
            <Chevron aria-hidden size={16} strokeWidth={1.75} className="text-ink-3" />
          </>
        )}
      </button>
      <ul id={list} hidden={!shown} className="max-h-[103px] overflow-y-auto">
        {diagnostics.map((diagnostic, index) => (
          <ProblemRow key={index} diagnostic={diagnostic} />
        ))}
      </ul>
    </section>
  );
}
