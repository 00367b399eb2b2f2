'use client';

import { CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Coverage } from '@/flows/simulator/coverage';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { FlowTestView } from '@/lib/api/view-models';
import { buttonStyle } from '@/lib/ui/button-style';
import { SearchInput } from '@/lib/ui/search-input';
import { matchesName } from '../../../flows/_list/matches-name';
import { countResults } from '../../_run/count-results';
import { TestNumbers } from './test-numbers';
import { TestRow } from './test-row';

interface TestListProps {
  tests: readonly FlowTestView[];
  results: ReadonlyMap<string, TestResult>;
  coverage: Coverage;
  selected: string | null;
  onSelect: (id: string) => void;
}

/** The numbers, a search by name, and one row a test. */
export function TestList({ tests, results, coverage, selected, onSelect }: TestListProps) {
  const t = useTranslations('tests.list');
  const [query, setQuery] = useState('');
  const [failingOnly, setFailingOnly] = useState(false);
  const { failed } = countResults(tests, results);
  const fails = ({ id }: FlowTestView): boolean => (results.get(id)?.outcome ?? 'passed') !== 'passed';
  const shown = tests.filter((test) => matchesName(test.name, query) && (!failingOnly || fails(test)));
  return (
    <>
      <div className="shrink-0 border-b border-line bg-surface">
        <TestNumbers tests={tests} results={results} coverage={coverage} />
        <search className="flex shrink-0 gap-2 px-3 pt-1 pb-3">
          <SearchInput label={t('find')} value={query} onValueChange={setQuery} />
          {failed > 0 || failingOnly ? (
            <button
              type="button"
              aria-pressed={failingOnly}
              onClick={() => setFailingOnly(!failingOnly)}
              className={`${buttonStyle({})} tabular shrink-0 aria-pressed:border-stop-line aria-pressed:bg-stop-tint aria-pressed:text-stop`}
            >
              <CircleX aria-hidden size={14} strokeWidth={2} className="text-stop" />
              {t('failing', { count: failed })}
            </button>
          ) : null}
        </search>
      </div>
      {shown.length > 0 ? (
        <ul className="md:min-h-0 md:flex-1 md:overflow-y-auto">
          {shown.map((test) => <li key={test.id}><TestRow test={test} result={results.get(test.id)} selected={test.id === selected} onSelect={() => onSelect(test.id)} /></li>)}
        </ul>
      ) : (
        <p className="px-4 py-6 text-center text-sm text-ink-2">{t('none')}</p>
      )}
    </>
  );
}
