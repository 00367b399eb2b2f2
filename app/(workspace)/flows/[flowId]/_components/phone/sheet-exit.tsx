'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDurationText } from '../../_editor/use-duration-text';
import { useEditor } from '../../_editor/use-editor';
import type { StepView } from '../../_editor/use-step';
import { useStepTitle } from '../../_editor/use-step-title';

/** A way out and the step it leads to; a tap goes there. */
export function SheetExit({ view: { port, label, to } }: { view: StepView['ports'][number] }) {
  const t = useTranslations('studio.port');
  const select = useEditor((editor) => editor.select);
  const target = useStepTitle(to);
  const after = useDurationText(port.after);
  const name = 'text' in port.label && label === '' ? t('unnamed') : label;
  const words = (
    <>
      <span className={'text' in port.label ? 'font-medium text-accent-ink' : 'text-ink-2'}>{after ? t('after', { name, after }) : name}</span>
      <ArrowRight aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      <span className={target === null ? (port.required ? 'text-stop' : 'text-ink-3') : 'text-ink'}>{target ?? t('nowhere')}</span>
    </>
  );
  const look = 'flex min-h-11 w-full flex-wrap items-center gap-2 border-t border-line px-2.5 py-1.5 text-left text-sm';
  return <li>{to === null ? <span className={look}>{words}</span> : <button type="button" className={look} onClick={() => select(to)}>{words}</button>}</li>;
}
