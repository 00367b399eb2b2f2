'use client';

import { useLocale } from 'next-intl';
import type { AnyNodeType } from '@/flows/nodes/define-node';
import { nodeTexts } from '@/flows/nodes/texts';
import { FamilyTile } from '@/lib/ui/family-tile';
import { Tooltip } from '@/lib/ui/tooltip';
import { uiOf } from '../../_editor/ui-of';
import { STEP_DRAG_TYPE } from './step-drag-type';

/** A kind of step, to be dragged onto the canvas or added by a click. */
export function PaletteItem({ type, onAdd }: { type: AnyNodeType; onAdd: () => void }) {
  const locale = useLocale();
  const { name, summary } = nodeTexts(type.type, locale);
  return (
    <Tooltip content={summary} side="right">
      <button
        type="button"
        draggable
        data-step-type={type.type}
        onDragStart={(event) => {
          event.dataTransfer.setData(STEP_DRAG_TYPE, type.type);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={onAdd}
        className="flex min-h-7 w-full cursor-grab items-center gap-2.5 rounded-md px-2 py-0.5 text-left text-sm text-ink hover:bg-sunken max-[1119px]:justify-center"
      >
        <FamilyTile family={type.family} icon={uiOf(type.type).icon} size={22} />
        <span className="min-w-0 max-[1119px]:sr-only">{name}</span>
      </button>
    </Tooltip>
  );
}
