'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FlowDocument } from '@/flows/document/flow-document';
import { flowNames } from '@/flows/nodes/flow-names';
import { defaultRegistry } from '@/flows/nodes/registry';
import { coverage } from '@/flows/simulator/coverage';
import type { SimulateEnv } from '@/flows/simulator/simulate';
import type { FlowTestView, FlowView, References } from '@/lib/api/view-models';
import { FlowDoors } from '../../../../_shell/flow-doors';
import { useNarrow } from '../../../flows/[flowId]/_editor/use-narrow';
import { useRuns } from '../../_run/use-runs';
import { CoverageCanvas } from './coverage-canvas';
import { NotCovered } from './not-covered';
import { TestList } from './test-list';
import { TestPanel } from './test-panel';
import { TestsBar } from './tests-bar';
import { TestsEmpty } from './tests-empty';
import { useSelectedTest } from './use-selected-test';

interface TestsLayoutProps {
  flow: FlowView;
  /** What the tests are run on: the draft (`number` null) or a version. */
  played: { document: FlowDocument; key: string; number: number | null };
  tests: readonly FlowTestView[];
  references: References;
  env: SimulateEnv | null;
  chosen: number | null;
  onChoose: (number: number | null) => void;
}

/** The list on the left, what it covers drawn on the right, the selected test's conversation below. */
export function TestsLayout({ flow, played, tests, references, env, chosen, onChoose }: TestsLayoutProps) {
  const t = useTranslations('tests');
  const locale = useLocale();
  const narrow = useNarrow();
  const { document } = played;
  const suites = useMemo(() => [{ document, tests }], [document, tests]);
  const runs = useRuns(suites, env, `${played.key};${tests.map(({ id, updatedAt }) => `${id}@${updatedAt}`).join()}`);
  const names = useMemo(() => flowNames(document, defaultRegistry, locale), [document, locale]);
  const covered = useMemo(
    () => coverage(document, defaultRegistry, tests.flatMap(({ id }) => {
      const result = runs.results.get(id);
      return result && result.outcome !== 'not-sound' ? [{ id, actual: result.actual }] : [];
    })),
    [document, tests, runs.results],
  );
  const [selected, select] = useSelectedTest(tests);
  const result = selected && runs.results.get(selected.id);
  const panel = selected && <TestPanel key={selected.id} test={selected} result={result ?? undefined} flow={flow} names={names} version={played.number} narrow={narrow} onClose={() => select(null)} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <TestsBar flow={flow} runs={runs} total={tests.length} chosen={chosen} onChoose={onChoose} />
      <div className="flex shrink-0 justify-center border-b border-line bg-surface p-2 md:hidden"><FlowDoors flowId={flow.id} here="tests" /></div>
      {tests.length === 0 ? (
        <TestsEmpty flowId={flow.id} />
      ) : (
        <div className="flex min-h-0 flex-1">
          {narrow && panel ? null : (
            <section aria-label={t('list.label')} className="flex min-h-0 w-[392px] shrink-0 flex-col border-r border-line bg-surface max-[1023px]:w-[300px] max-md:w-full max-md:overflow-y-auto max-md:border-r-0">
              <TestList tests={tests} results={runs.results} coverage={covered} selected={selected?.id ?? null} onSelect={select} />
              {narrow ? <NotCovered coverage={covered} document={document} names={names} form="list" /> : null}
            </section>
          )}
          {narrow ? (
            panel
          ) : (
            <div className="flex min-h-0 min-w-0 flex-1 flex-col">
              <CoverageCanvas key={played.key} document={document} references={references} coverage={covered} results={runs.results} selected={selected?.id ?? null} names={names} />
              {panel}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
