'use client';

import { useStore, ViewportPortal } from '@xyflow/react';
import { Minus, Pencil, Plus } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { DocumentDiff } from '@/flows/document/compare-documents';
import type { FlowDocument } from '@/flows/document/flow-document';
import { stepTitle } from '../_editor/step-title';
import { useEditor } from '../_editor/use-editor';
import { touchedSteps } from './touched-steps';

const LOOKS = {
  added: { Icon: Plus, border: 'border-(--accent)', badge: 'rounded-full bg-(--accent) text-on-accent' },
  changed: { Icon: Pencil, border: 'border-(--talk)', badge: 'rounded-sm bg-(--talk) text-(--surface)' },
  removed: { Icon: Minus, border: 'border-dashed border-(--stop-fill)', badge: 'rounded-sm bg-(--stop-fill) text-on-stop' },
} as const;
/** Of a card that is no longer there, in canvas units. */
const GONE = { width: 224, height: 62 };

/** Over the drawn version: frames around what is new or changed, and the removed steps where they stood. The words stand in the panel. */
export function DiffOverlay({ before, diff }: { before: FlowDocument; diff: DocumentDiff }) {
  const locale = useLocale();
  const language = useEditor((editor) => editor.language);
  // Measured sizes, as one text, so that only a change of them draws this again.
  const places = useStore((state) =>
    JSON.stringify([...state.nodeLookup.values()].map(({ id, internals, measured }) => [id, internals.positionAbsolute.x, internals.positionAbsolute.y, measured.width ?? 0, measured.height ?? 0])),
  );
  const boxes = new Map((JSON.parse(places) as [string, number, number, number, number][]).map(([id, ...box]) => [id, box]));
  const touched = touchedSteps(diff);
  return (
    <ViewportPortal>
      {(['added', 'changed'] as const).map((kind) =>
        (kind === 'added' ? diff.added : touched).map((id) => {
          const box = boxes.get(id);
          return box ? <Frame key={id} kind={kind} box={box} /> : null;
        }),
      )}
      {diff.removed.map((id) => {
        const node = before.nodes[id];
        if (!node) return null;
        return (
          <Frame key={id} kind="removed" box={[node.position.x, node.position.y, GONE.width, GONE.height]}>
            <span className="block truncate rounded-card bg-surface px-3 py-2 text-sm font-strong text-ink-2 line-through">{stepTitle(node, language, before.languages, locale)}</span>
          </Frame>
        );
      })}
    </ViewportPortal>
  );
}

function Frame({ kind, box: [x, y, width, height], children }: { kind: keyof typeof LOOKS; box: number[]; children?: React.ReactNode }) {
  const { Icon, border, badge } = LOOKS[kind];
  return (
    <div aria-hidden className="pointer-events-none absolute" style={{ transform: `translate(${x}px, ${y}px)`, width, height, zIndex: kind === 'removed' ? -1 : 5 }}>
      <div className={`size-full overflow-hidden rounded-card border-2 ${border}`}>{children}</div>
      <span className={`absolute -top-2.5 -left-2.5 inline-flex size-5 items-center justify-center ${badge}`}>
        <Icon size={12} strokeWidth={2.5} />
      </span>
    </div>
  );
}
