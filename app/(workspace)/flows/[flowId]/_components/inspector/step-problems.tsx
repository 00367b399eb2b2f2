'use client';

import { useLocale } from 'next-intl';
import { describeDiagnostic } from '@/flows/compiler/describe';
import type { Diagnostic } from '@/flows/document/diagnostic';
import { toAppLocale } from '@/lib/i18n/locales';
import { Banner } from '@/lib/ui/banner';

/** What is wrong with the step as a whole; what concerns a field stands at that field. */
export function StepProblems({ problems }: { problems: readonly Diagnostic[] }) {
  const locale = toAppLocale(useLocale());
  return problems
    .filter(({ path, port }) => (path === undefined || path.length === 0) && port === undefined)
    .map((problem, index) => {
      const { sentence, fix } = describeDiagnostic(problem, locale);
      return (
        <Banner key={index} tone={problem.severity === 'error' ? 'stop' : 'caution'} title={sentence} code={problem.code}>
          {fix}
        </Banner>
      );
    });
}
