'use client';

import clsx from 'clsx';
import { FamilyTile } from '@/lib/ui/family-tile';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { CardBadge } from './card-badge';
import type { StepCardProps } from './card-props';
import { LitHandle } from './lit-handle';
import { useCardFrame } from './use-card-frame';

/** Where conversations begin: nothing leads here, so it is no card. */
export function EntryPill(props: StepCardProps) {
  const { step } = props;
  const { frame, errors, warnings } = useCardFrame(props);
  return (
    <div {...frame} className={clsx(frame.className, 'relative flex h-9 items-center gap-2 rounded-full pr-4 pl-1.5')}>
      <FamilyTile family={familyOf(step.node.type)} icon={uiOf(step.node.type).icon} size={24} />
      <span className="max-w-40 truncate text-sm font-strong text-ink">{step.title}</span>
      {step.ports.map(({ port, to }) => (
        <LitHandle key={port.id} node={step.node.id} port={port.id} className={clsx(port.required && to === null && 'is-missing')} />
      ))}
      <CardBadge errors={errors} warnings={warnings} />
    </div>
  );
}
