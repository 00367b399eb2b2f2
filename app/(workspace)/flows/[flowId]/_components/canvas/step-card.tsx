'use client';

import { Handle, Position } from '@xyflow/react';
import clsx from 'clsx';
import { FamilyTile } from '@/lib/ui/family-tile';
import { familyOf, uiOf } from '../../_editor/ui-of';
import { CardBadge } from './card-badge';
import { CardBody } from './card-body';
import { CardNote } from './card-note';
import type { StepCardProps } from './card-props';
import { PortRow } from './port-row';
import { useCardFrame } from './use-card-frame';

/** The whole card: head, what the customer will see, ways out. */
export function StepCard(props: StepCardProps) {
  const { step, selected } = props;
  const { frame, errors, warnings } = useCardFrame(props);
  return (
    <div {...frame} className={clsx(frame.className, 'relative w-56 rounded-[10px]')}>
      <Handle type="target" position={Position.Left} id="in" className="studio-handle" />
      <div className="flex h-9 items-center gap-2 px-2">
        <FamilyTile family={familyOf(step.node.type)} icon={uiOf(step.node.type).icon} size={22} />
        <span className="min-w-0 flex-1 truncate text-sm font-strong text-ink">{step.title}</span>
      </div>
      <CardBody step={step} />
      {step.ports.length > 0 && (
        <div className="border-t border-line py-1">
          {step.ports.map((view) => (
            <PortRow key={view.port.id} step={step} view={view} selected={selected} />
          ))}
        </div>
      )}
      <CardNote node={step.node.id} />
      <CardBadge errors={errors} warnings={warnings} />
    </div>
  );
}
