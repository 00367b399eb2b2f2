'use client';

import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { ProblemRow } from '../problems/problem-row';

interface PublishFindingsProps {
  diagnostics: readonly Diagnostic[];
  /** A finding was chosen: the dialog makes way for its step. */
  onLeave: () => void;
}

/** Whether the flow is sound, in one sentence, and what was found. */
export function PublishFindings({ diagnostics, onLeave }: PublishFindingsProps) {
  const t = useTranslations('studio.publish');
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const Signal = errors > 0 ? OctagonX : warnings > 0 ? TriangleAlert : CircleCheck;
  const look = errors > 0 ? 'border-stop-line bg-stop-tint' : warnings > 0 ? 'border-caution-line bg-caution-tint' : 'border-accent-line bg-accent-tint';
  return (
    <section className="overflow-hidden rounded-lg border border-line">
      <h3 className={`flex items-start gap-3 border-b px-4 py-3 ${diagnostics.length === 0 ? 'border-transparent' : ''} ${look}`}>
        <Signal aria-hidden size={18} strokeWidth={1.75} className={`mt-1.5 shrink-0 ${errors > 0 ? 'text-stop' : warnings > 0 ? 'text-caution' : 'text-accent'}`} />
        <span className="font-serif text-[22px] leading-[30px] font-[420] tracking-[-0.018em] text-ink">{t('findings', { errors, warnings })}</span>
      </h3>
      {diagnostics.length > 0 && (
        <ul className="-mt-px max-h-60 overflow-y-auto" onClick={(event) => (event.target as Element).closest('button') && onLeave()}>
          {diagnostics.map((diagnostic, index) => (
            <ProblemRow key={index} diagnostic={diagnostic} />
          ))}
        </ul>
      )}
    </section>
  );
}
