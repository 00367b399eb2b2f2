'use client';

import { Handle, Position } from '@xyflow/react';
import clsx from 'clsx';
import { OctagonX, TriangleAlert } from 'lucide-react';
import { FamilyTile } from '@/lib/ui/family-tile';
import { familyOf, uiOf } from '../../_editor/ui-of';
import type { StepCardProps } from './card-props';
import { useCardFrame } from './use-card-frame';

/** From far away: tile, title, health. Larger in itself, so that it can be read at 40 %. */
export function FarCard(props: StepCardProps) {
  const { step } = props;
  const { frame, errors, warnings } = useCardFrame(props);
  const Health = errors > 0 ? OctagonX : TriangleAlert;
  return (
    <div {...frame} className={clsx(frame.className, 'is-far relative flex h-[70px] w-56 items-center gap-3 rounded-[14px] border-2 px-3')}>
      <Handle type="target" position={Position.Left} id="in" className="studio-handle" />
      <FamilyTile family={familyOf(step.node.type)} icon={uiOf(step.node.type).icon} size={40} />
      <span className="line-clamp-2 min-w-0 flex-1 text-[21px] leading-[25px] font-strong [overflow-wrap:anywhere] hyphens-auto text-ink">{step.title}</span>
      {errors + warnings > 0 && <Health aria-hidden size={30} className={clsx('shrink-0', errors > 0 ? 'text-stop' : 'text-caution')} />}
      {step.ports.map(({ port }) => (
        <Handle key={port.id} type="source" position={Position.Right} id={port.id} className="studio-handle" />
      ))}
    </div>
  );
}
