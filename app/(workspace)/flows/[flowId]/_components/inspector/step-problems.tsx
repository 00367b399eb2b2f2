'use client';

import type { Diagnostic } from '@/flows/document/diagnostic';
import { Banner } from '@/lib/ui/banner';
import { useDescribe } from '../../_editor/use-describe';

/** What is wrong with the step as a whole; what concerns a field stands at that field. */
export function StepProblems({ problems }: { problems: readonly Diagnostic[] }) {
  const describe = useDescribe();
  return problems
    .filter(({ path, port }) => (path === undefined || path.length === 0) && port === undefined)
    .map((problem, index) => {
      const { sentence, fix } = describe(problem);
      return (
        <Banner key={index} tone={problem.severity === 'error' ? 'stop' : 'caution'} title={sentence} code={problem.code}>
          {fix}
        </Banner>
      );
    });
}
