'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { describeDiagnostic } from '@/flows/compiler/describe';
import type { FlowNames } from '@/flows/nodes/flow-names';
import { turnsOf } from '@/flows/simulator/compare/turns';
import type { TestResult } from '@/flows/simulator/test-runner';
import type { FlowTestView, FlowView } from '@/lib/api/view-models';
import { describeFailure } from '@/lib/i18n/describe-failure';
import { Button } from '@/lib/ui/button';
import { buttonStyle } from '@/lib/ui/button-style';
import { IconButton } from '@/lib/ui/icon-button';
import { OutcomeIcon } from '../../_run/outcome-icon';
import { RenameTest } from './rename-test';
import { TestMenu } from './test-menu';
import { TurnSide } from './turn-side';
import { useTestActs } from './use-test-acts';

interface TestPanelProps {
  test: FlowTestView;
  result: TestResult | undefined;
  flow: FlowView;
  names: FlowNames;
  /** The version it was run on; null for the draft. */
  version: number | null;
  /** Alone on the screen, with a way back. */
  narrow: boolean;
  onClose: () => void;
}

/** A test and what became of it: the sentence, the turn that differs on both sides, and what one can do about it. */
export function TestPanel({ test, result, flow, names, version, narrow, onClose }: TestPanelProps) {
  const t = useTranslations('tests');
  const locale = useLocale();
  const acts = useTestActs(test, onClose);
  const [renaming, setRenaming] = useState(false);
  const failed = result?.outcome === 'failed' ? result : null;
  const sentence = sentenceOf();
  return (
    <section aria-label={test.name} className="flex max-h-[45%] min-h-[250px] shrink-0 flex-col overflow-y-auto border-t border-line bg-surface px-5 py-3.5 max-md:max-h-none max-md:min-w-0 max-md:flex-1 max-md:border-t-0 max-md:px-4">
      <header className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-2">
        <OutcomeIcon result={result} size={18} />
        {renaming ? (
          <RenameTest name={test.name} onDone={(name) => {
            setRenaming(false);
            if (name !== null) acts.rename(name);
          }} />
        ) : (
          <h2 className="min-w-0 flex-1 text-lg font-strong text-ink [overflow-wrap:anywhere]">{test.name}</h2>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Link href={`/simulate/${flow.id}?test=${encodeURIComponent(test.id)}`} className={buttonStyle({})}>{t('panel.simulate')}</Link>
          {failed && !failed.stopped && version === null ? <Button busy={acts.accepting} onClick={() => acts.accept(failed.actual)}>{t('panel.accept')}</Button> : null}
          <TestMenu onRename={() => setRenaming(true)} onRemove={acts.remove} />
          <IconButton label={t(narrow ? 'panel.back' : 'panel.close')} onClick={onClose}><X aria-hidden size={16} strokeWidth={1.75} /></IconButton>
        </div>
      </header>
      {sentence === null ? null : <p role="status" className="mt-1.5 shrink-0 text-sm text-ink-2 [overflow-wrap:anywhere]">{sentence}</p>}
      {failed ? sides(failed) : whole()}
    </section>
  );

  function sentenceOf(): string | null {
    if (!result) return null;
    if (result.outcome === 'passed') return t('panel.passes', { turns: turnsOf(test.transcript).length });
    if (result.outcome === 'failed') return describeFailure(result, { script: test.script, names, say: t as unknown as Parameters<typeof describeFailure>[1]['say'] });
    const [first] = result.diagnostics;
    return t('notSound', { sentence: first ? describeDiagnostic(first, locale).sentence : '' });
  }

  /** The turn that differs, as it should be and as it is. */
  function sides({ difference: { turn }, actual: conversation }: NonNullable<typeof failed>) {
    const [expected, actual] = [turnsOf(test.transcript)[turn - 1], turnsOf(conversation)[turn - 1]];
    return (
      <div className="mt-3 grid gap-x-8 gap-y-5 min-[900px]:grid-cols-2">
        <TurnSide title={t('panel.expected')} turn={expected} other={actual} names={names} tone="expected" lang={test.script.language} />
        <TurnSide title={version === null ? t('panel.draft') : t('version.number', { number: version })} turn={actual} other={expected} names={names} tone="actual" lang={test.script.language} />
      </div>
    );
  }

  /** The whole conversation, when there is nothing to compare. */
  function whole() {
    return (
      <div className="mt-3 flex max-w-[640px] flex-col gap-3">
        {turnsOf(test.transcript).map((turn, index) => <TurnSide key={index} turn={turn} other={turn} names={names} tone="expected" lang={test.script.language} />)}
      </div>
    );
  }
}
