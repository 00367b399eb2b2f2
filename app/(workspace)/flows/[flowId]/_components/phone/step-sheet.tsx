'use client';

import { useReactFlow } from '@xyflow/react';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Chip } from '@/lib/ui/chip';
import { FamilyTile } from '@/lib/ui/family-tile';
import { IconButton } from '@/lib/ui/icon-button';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { useEditor } from '../../_editor/use-editor';
import { useStep } from '../../_editor/use-step';
import { CardBody } from '../canvas/card-body';
import { Triggers } from '../triggers/triggers';
import { ProblemRow } from '../problems/problem-row';
import { SheetExit } from './sheet-exit';

/** Where the chosen card stands on the screen: clear of the sheet and of the button at the upper left. */
const MARGIN = 84;
const TOP = 28;

/** The chosen step over the lower half of a phone, or all of it: what the customer sees, where it leads, what is wrong. */
export function StepSheet({ full, onFull }: { full: boolean; onFull: (full: boolean) => void }) {
  const t = useTranslations('studio.sheet');
  const selected = useEditor((editor) => editor.selected);
  const select = useEditor((editor) => editor.select);
  const language = useEditor((editor) => editor.language);
  const step = useStep(selected);
  const flow = useReactFlow();
  useEffect(() => {
    const at = selected === null ? undefined : flow.getInternalNode(selected)?.internals.positionAbsolute;
    const { zoom } = flow.getViewport();
    // The card stands in the upper half, which the sheet leaves free.
    if (at) void flow.setViewport({ x: MARGIN - at.x * zoom, y: TOP - at.y * zoom, zoom }, { duration: 240 });
  }, [flow, selected]);
  if (!step) return null;
  return (
    <section
      aria-label={step.title}
      className={clsx('absolute inset-x-0 bottom-0 z-20 flex flex-col rounded-t-[20px] bg-raised shadow-float', full ? 'top-2' : 'max-h-[52%]')}
    >
      <button type="button" aria-expanded={full} aria-label={t(full ? 'half' : 'full')} onClick={() => onFull(!full)} className="flex h-6 shrink-0 items-center justify-center">
        <span aria-hidden className="h-1 w-9 rounded-full bg-line-strong" />
      </button>
      <div className="flex shrink-0 items-center gap-3 px-4 pb-3">
        <FamilyTile family={familyOf(step.node.type)} icon={uiOf(step.node.type).icon} size={32} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg leading-6 font-strong text-ink">{step.title}</h2>
          <p className="truncate text-sm text-ink-3">{step.typeName}</p>
        </div>
        <Chip tone="outlined">{language.toUpperCase()}</Chip>
        <IconButton label={t('close')} size="lg" onClick={() => select(null)}>
          <X aria-hidden size={18} strokeWidth={1.75} />
        </IconButton>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-4">
        <div className="mx-4 rounded-lg border border-line">
          <CardBody step={step} />
          <ul>
            {step.ports.map((view) => (
              <SheetExit key={view.port.id} view={view} />
            ))}
          </ul>
        </div>
        {step.entry && <div className="mt-3"><Triggers /></div>}
        {step.problems.length > 0 && (
          <ul className="mt-3">
            {step.problems.map((problem, index) => (
              <ProblemRow key={index} diagnostic={problem} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
