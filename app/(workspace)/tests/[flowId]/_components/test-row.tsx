'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { turnsOf } from '@/flows/simulator/compare/turns';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { FlowTestView } from '@/lib/api/view-models';
import { OutcomeIcon } from '../../_run/outcome-icon';

interface TestRowProps {
  test: FlowTestView;
  result: TestResult | undefined;
  selected: boolean;
  onSelect: () => void;
}

/** One test: whether it passes, its name, its language and length. */
export function TestRow({ test, result, selected, onSelect }: TestRowProps) {
  const t = useTranslations('tests.list');
  const failed = result !== undefined && result.outcome !== 'passed';
  return (
    <button
      type="button"
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
      className={clsx(
        'flex min-h-9 w-full items-center gap-2.5 px-4 py-1.5 text-left text-sm text-ink -outline-offset-2 pointer-coarse:min-h-11',
        selected ? (failed ? 'bg-stop-tint shadow-[inset_2px_0_var(--stop-fill)]' : 'bg-accent-tint shadow-[inset_2px_0_var(--accent)]') : 'hover:bg-sunken',
      )}
    >
      <OutcomeIcon result={result} />
      <span className={clsx('min-w-0 flex-1 truncate', selected && 'font-strong')} title={test.name}>{test.name}</span>
      <span className={clsx('tabular shrink-0 text-xs', selected ? 'text-ink-2' : 'text-ink-3')}>{t('meta', { language: test.script.language, turns: turnsOf(test.transcript).length })}</span>
    </button>
  );
}
