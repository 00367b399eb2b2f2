'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Coverage } from '@/flows/simulator/coverage';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { FlowTestView } from '@/lib/api/view-models';
import { countResults } from '../../_run/count-results';

interface TestNumbersProps {
  tests: readonly FlowTestView[];
  results: ReadonlyMap<string, TestResult>;
  coverage: Coverage;
}

/** How many pass, how much of the flow they take, and one bar a test. */
export function TestNumbers({ tests, results, coverage: { ports, taken } }: TestNumbersProps) {
  const t = useTranslations('tests.numbers');
  const { passed } = countResults(tests, results);
  const share = ports.length === 0 ? 0 : Math.floor((100 * taken) / ports.length);
  const large = (chunks: ReactNode) => <span className="display-2 tabular mr-1 text-ink">{chunks}</span>;
  return (
    <div className="shrink-0 px-4 pt-4 pb-3">
      <p className="flex flex-wrap gap-x-8 text-sm text-ink-2">
        <span>{t.rich('pass', { passed, total: tests.length, large })}</span>
        <span>{t.rich('ports', { share, large })}</span>
      </p>
      <div aria-hidden className="mt-3 flex h-3.5 items-center gap-[3px]">
        {tests.map(({ id }) => {
          const outcome = results.get(id)?.outcome;
          return <span key={id} className={clsx('max-w-2 min-w-px flex-1 rounded-xs', outcome === undefined ? 'h-2.5 bg-line-strong' : outcome === 'passed' ? 'h-2.5 bg-accent' : 'h-3.5 bg-stop-fill')} />;
        })}
      </div>
    </div>
  );
}
