'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { nextRun } from '@/flows/calendars/next-run';
import type { ScheduleTrigger } from '@/flows/document/trigger';
import { formatRun } from '@/lib/i18n/format';

const SHOWN = 3;

/** The next three runs, in words, by the schedule's own clock. */
export function NextRuns({ trigger: { when, timeZone } }: { trigger: ScheduleTrigger }) {
  const t = useTranslations('studio.triggers');
  const locale = useLocale();
  // As it was when the form was opened: a list that moves while one reads is no help.
  const [now] = useState(() => Date.now());
  const runs: number[] = [];
  for (let next = nextRun(when, timeZone, now); next !== null && runs.length < SHOWN; next = nextRun(when, timeZone, next)) runs.push(next);
  return (
    <div role="status" className="rounded-md bg-sunken px-3 py-2">
      <p className="text-xs font-label text-ink-2">{t('next')}</p>
      {runs.length === 0 ? <p className="mt-1 text-sm text-ink-2">{t('never')}</p> : (
        <ul className="tabular mt-1 text-sm text-ink">
          {runs.map((at) => <li key={at}>{formatRun(at, locale, timeZone)}</li>)}
        </ul>
      )}
    </div>
  );
}
