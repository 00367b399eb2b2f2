'use client';

import { useLocale, useTranslations } from 'next-intl';
import { describeProblem } from '@/flows/document/describe-problem';
import { Banner } from '@/lib/ui/banner';
import { LARGEST_FILE, type ReadFlowFile } from '../_files/read-flow-file';

/** Why a file is no flow: each problem with its place and how to repair it. */
export function FileFaults({ read }: { read: Extract<ReadFlowFile, { ok: false }> }) {
  const t = useTranslations('flows.import');
  const locale = useLocale();
  if (read.fault === 'too-large') return <Banner className="mt-4" tone="stop" code="too-large">{t('tooLarge', { megabytes: LARGEST_FILE / 1_000_000 })}</Banner>;
  if (read.fault === 'unreadable') return <Banner className="mt-4" tone="stop" code="unreadable">{t('unreadable')}</Banner>;
  if (read.fault === 'not-json') {
    return <Banner className="mt-4" tone="stop" code="malformed-json">{read.at ? t('notJsonAt', read.at) : t('notJson')}</Banner>;
  }
  return (
    <Banner className="mt-4" tone="stop" title={t('problems', { count: read.problems.length })}>
      <ul tabIndex={0} className="mt-2 flex max-h-72 flex-col gap-2 overflow-y-auto">
        {read.problems.map((problem, index) => {
          const { sentence, fix } = describeProblem(problem, locale);
          return (
            <li key={index} className="[overflow-wrap:anywhere]">
              {sentence} {fix} <code className="font-mono text-xs text-ink-2">{problem.code}</code>
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}
