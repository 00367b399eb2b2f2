'use client';

import { OctagonX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { Button } from '@/lib/ui/button';
import { useDescribe } from '../../_editor/use-describe';
import { useStudio } from '../../_editor/use-studio';

/** One finding: where, what is wrong, how to repair it, and the way there. */
export function ProblemRow({ diagnostic }: { diagnostic: Diagnostic }) {
  const t = useTranslations('studio.problems');
  const { flyTo } = useStudio();
  const { node } = diagnostic;
  const { sentence, fix } = useDescribe()(diagnostic);
  const error = diagnostic.severity === 'error';
  const Signal = error ? OctagonX : TriangleAlert;
  return (
    <li className="flex min-h-[34px] flex-wrap items-center gap-x-2.5 border-t border-line px-4 py-0.5 text-sm">
      <Signal role="img" aria-label={t(error ? 'error' : 'warning')} size={16} strokeWidth={1.75} className={error ? 'shrink-0 text-stop' : 'shrink-0 text-caution'} />
      <p className="min-w-[min(calc(100%-26px),15rem)] flex-1 py-0.5 text-ink-2">
        <span className="text-ink">{sentence}</span> {fix}
      </p>
      {node !== undefined && (
        <Button size="sm" variant="quiet" className="ml-auto" onClick={() => flyTo(node)}>
          {t('show')}
        </Button>
      )}
    </li>
  );
}
