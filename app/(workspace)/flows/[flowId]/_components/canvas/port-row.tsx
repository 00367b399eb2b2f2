'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEditor } from '../../_editor/use-editor';
import { useStepTitle } from '../../_editor/use-step-title';
import type { StepView } from '../../_editor/use-step';
import { useDurationText } from '../../_editor/use-duration-text';
import { usePortLight } from './lit-context';
import { LitHandle } from './lit-handle';

interface PortRowProps {
  step: StepView;
  view: StepView['ports'][number];
  selected: boolean;
}

/** One way out: a customer's button is drawn as that button; a diamond is silence; dashed red leads nowhere yet. */
export function PortRow({ step, view: { port, label, to }, selected }: PortRowProps) {
  const t = useTranslations('studio.port');
  const startLinking = useEditor((editor) => editor.startLinking);
  const readOnly = useEditor((editor) => editor.readOnly);
  const target = useStepTitle(to);
  const after = useDurationText(port.after);
  const { note } = usePortLight(step.node.id, port.id);
  const missing = port.required && to === null;
  const asButton = 'text' in port.label;
  const name = asButton && label === '' ? t('unnamed') : label;
  return (
    <div
      role="button"
      tabIndex={selected && !readOnly ? 0 : -1}
      data-port={port.id}
      aria-label={t('announce', { name: after ? `${name} · ${after}` : name, linked: to === null ? 'no' : 'yes', target: target ?? '' })}
      // A press by assistive technology comes as a click without a pointer.
      onClick={(event) => event.detail === 0 && !readOnly && startLinking(step.node.id, port.id)}
      onDoubleClick={() => !readOnly && startLinking(step.node.id, port.id)}
      className="studio-port relative flex h-[26px] items-center"
    >
      {note && <span className={clsx('tabular ml-2.5 shrink-0 text-2xs', note.failed ? 'text-stop' : 'text-ink-3')}>{note.text}</span>}
      {asButton ? (
        <span className="mr-4 ml-2.5 flex h-[22px] min-w-0 flex-1 items-center justify-center rounded-sm border border-accent-line px-2 text-xs font-medium text-accent-ink">
          <span className="truncate">{name}</span>
        </span>
      ) : (
        <span className={clsx('ml-auto truncate pr-3 pl-2.5 text-right text-xs', missing ? 'text-stop' : port.kind === 'silence' ? 'text-ink-3' : 'text-ink-2')}>
          {after ? t('after', { name, after }) : name}
        </span>
      )}
      <LitHandle
        node={step.node.id}
        port={port.id}
        className={clsx(port.kind === 'silence' && 'is-silence', missing && 'is-missing', selected && to !== null && 'is-lit')}
      />
    </div>
  );
}
