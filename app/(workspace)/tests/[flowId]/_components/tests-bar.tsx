'use client';

import { Play } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { FlowView } from '@/lib/api/view-models';
import { formatNumber } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Time } from '@/lib/ui/time';
import { FlowDoors } from '../../../../_shell/flow-doors';
import { TopBar } from '../../../../_shell/top-bar';
import type { Runs } from '../../_run/use-runs';
import { VersionChoice } from './version-choice';

interface TestsBarProps {
  flow: FlowView;
  runs: Runs;
  total: number;
  chosen: number | null;
  onChoose: (number: number | null) => void;
}

/** Where I am, the flow's other doors, when the tests were run, on what, and the way to run them again. */
export function TestsBar({ flow, runs: { finished, running, again }, total, chosen, onChoose }: TestsBarProps) {
  const t = useTranslations('tests');
  const locale = useLocale();
  const seconds = formatNumber(Math.max(0.1, Math.round((finished?.took ?? 0) / 100) / 10), locale);
  return (
    <TopBar
      where={
        <>
          <Link href="/tests" className="shrink-0 rounded-xs text-ink-3 hover:text-ink max-md:hidden">{t('title')}</Link>
          <span aria-hidden className="text-ink-3 max-md:hidden">/</span>
          <h1 className="truncate font-strong text-ink">{flow.name}</h1>
        </>
      }
      state={<div className="max-md:hidden"><FlowDoors flowId={flow.id} here="tests" /></div>}
      actions={
        <>
          {finished && !running && total > 0 ? (
            <p className="tabular text-xs text-ink-3 max-[1119px]:hidden">{t.rich('ran', { seconds, when: () => <Time at={finished.at} /> })}</p>
          ) : null}
          <div className="max-md:hidden"><VersionChoice flow={flow} chosen={chosen} onChoose={onChoose} /></div>
          {total > 0 ? <Button variant="primary" busy={running} icon={<Play aria-hidden size={16} strokeWidth={1.75} />} onClick={again}>{t('runAll')}</Button> : null}
        </>
      }
    />
  );
}
