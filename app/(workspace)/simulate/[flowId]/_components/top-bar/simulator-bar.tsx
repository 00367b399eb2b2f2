'use client';

import { ChevronLeft, ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '@/lib/ui/chip';
import { FlowDoors } from '../../../../../_shell/flow-doors';
import { TopBar } from '../../../../../_shell/top-bar';
import { useMedia } from '../../../../../_shell/use-media';
import { useEditor } from '../../../../flows/[flowId]/_editor/use-editor';
import { LanguageSelect } from './language-select';
import { RunActs } from './run-acts';
import type { SimulatorSessionProps } from '../simulator-session';
import { VersionSelect } from './version-select';

interface SimulatorBarProps extends Pick<SimulatorSessionProps, 'flow' | 'source' | 'versions' | 'testName'> {
  /** The flow runs: it can be restarted, and its customer speaks a language. */
  running?: boolean;
  save?: ReactNode;
}

/** Which flow and version is simulated, the four doors of the flow, and what is done with the whole conversation. */
export function SimulatorBar({ flow, source, versions, testName, running = false, save }: SimulatorBarProps) {
  const t = useTranslations('simulate');
  const selected = useEditor((editor) => editor.selected);
  const narrow = useMedia('(width < 768px)');
  const version = <VersionSelect source={source} versions={versions} published={flow.published?.number ?? null} />;
  const doors = <FlowDoors flowId={flow.id} here="simulate" step={selected} />;
  if (narrow) {
    return (
      <header className="flex shrink-0 flex-col border-b border-line bg-surface">
        <div className="flex min-h-[60px] items-center gap-1 pr-3 pl-1">
          <Link href="/simulate?choose=1" aria-label={t('unknown.back')} className="inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink">
            <ChevronLeft aria-hidden size={22} strokeWidth={1.75} />
          </Link>
          <h1 className="min-w-0 flex-1 truncate text-lg font-strong text-ink">{flow.name}</h1>
          {running && <RunActs iconsOnly />}
          {save}
        </div>
        <div className="flex items-center gap-2 overflow-x-auto px-3 pb-2">
          {version}
          {running && <LanguageSelect />}
        </div>
        <div className="overflow-x-auto px-3 pb-2">{doors}</div>
      </header>
    );
  }
  return (
    <TopBar
      where={
        <>
          <Link href="/simulate?choose=1" className="shrink-0 rounded-xs text-ink-3 hover:text-ink max-[1280px]:hidden">{t('title')}</Link>
          <span aria-hidden className="text-ink-3 max-[1280px]:hidden">/</span>
          <h1 className="min-w-0 truncate font-strong text-ink">{flow.name}</h1>
        </>
      }
      state={
        <>
          {version}
          {running && <LanguageSelect />}
          <span className="contents max-[1180px]:hidden">{doors}</span>
          {testName !== null && <Chip tone="outlined" className="max-[1280px]:hidden">{t('bar.fromTest', { name: testName })}</Chip>}
        </>
      }
      actions={
        <>
          <span className="inline-flex items-center gap-1.5 text-xs text-ink-3 max-[1380px]:hidden">
            <ShieldCheck aria-hidden size={14} strokeWidth={1.75} />
            {t('bar.nothingSent')}
          </span>
          {running && <RunActs />}
          {save}
        </>
      }
    />
  );
}
