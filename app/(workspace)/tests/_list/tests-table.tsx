'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { TestedFlow } from '@/lib/api/view-models';
import { Table } from '@/lib/ui/table';
import { countResults } from '../_run/count-results';
import type { Suite } from '../_run/use-runs';

interface TestsTableProps {
  flows: readonly TestedFlow[];
  suites: ReadonlyMap<string, Suite> | null;
  results: ReadonlyMap<string, TestResult>;
}

/** One row a flow: its tests, and whether they pass on its draft. */
export function TestsTable({ flows, suites, results }: TestsTableProps) {
  const t = useTranslations('tests');
  return (
    <Table
      caption={t('title')}
      rows={flows}
      rowKey={(flow) => flow.flowId}
      columns={[
        {
          key: 'name', header: t('columns.flow'),
          cell: (flow) => (
            <>
              <Link href={`/tests/${flow.flowId}`} className="font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
                {flow.name}
              </Link>
              <div className="mt-1 md:hidden"><State flow={flow} suite={suites?.get(flow.flowId)} results={results} /></div>
            </>
          ),
        },
        { key: 'state', header: t('columns.state'), secondary: true, width: '40%', cell: (flow) => <State flow={flow} suite={suites?.get(flow.flowId)} results={results} /> },
        { key: 'tests', header: t('columns.tests'), secondary: true, align: 'right', width: '10%', cell: (flow) => flow.tests },
      ]}
    />
  );
}

function State({ flow, suite, results }: { flow: TestedFlow; suite: Suite | undefined; results: ReadonlyMap<string, TestResult> }) {
  const t = useTranslations('tests');
  if (flow.tests === 0) return <span className="text-ink-3">{t('state.none')}</span>;
  const { passed, failed } = countResults(suite?.tests ?? [], results);
  if (passed + failed < flow.tests) return <span className="text-ink-3">{t('state.running')}</span>;
  const Icon = failed > 0 ? CircleX : CircleCheck;
  return (
    <span className="tabular inline-flex items-center gap-2">
      <Icon aria-hidden size={16} strokeWidth={1.75} className={`shrink-0 ${failed > 0 ? 'text-stop' : 'text-accent'}`} />
      {failed > 0 ? t('state.failing', { failed, total: flow.tests }) : t('state.passing', { total: flow.tests })}
    </span>
  );
}
