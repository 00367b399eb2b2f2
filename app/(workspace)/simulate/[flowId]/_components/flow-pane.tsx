'use client';

import { useNodesInitialized, useReactFlow } from '@xyflow/react';
import { clsx } from 'clsx';
import { LocateFixed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { linksTravelled } from '@/flows/simulator/moments-of';
import { Tooltip } from '@/lib/ui/tooltip';
import { FlowCanvas } from '../../../flows/[flowId]/_components/canvas/flow-canvas';
import { LitContext, type Lit } from '../../../flows/[flowId]/_components/canvas/lit-context';
import { useSimulator } from '../_state/simulator-context';
import { useFailure } from '../_state/use-failure';

const SHORTEST_ZOOM = 0.7;

/** The flow with the way through it lit; it keeps the present step in view while it is followed. */
export function FlowPane({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('simulate.flow');
  const { state, moments, node } = useSimulator();
  const failure = useFailure();
  const [following, setFollowing] = useState(true);
  const view = useReactFlow();
  const ready = useNodesInitialized();
  const at = node ?? failure?.node ?? state.path.at(-1)?.node ?? null;

  const lit = useMemo<Lit | null>(() => {
    if (state.path.length === 0) return null;
    const steps = new Map<string, 'now' | 'travelled'>(state.path.map((step) => [step.node, 'travelled']));
    if (node !== null) steps.set(node, 'now');
    const failed = failure?.node;
    return { steps, links: linksTravelled(moments), ...(failed !== undefined && { stepNotes: new Map([[failed, { text: failure?.reason ?? '', failed: true }]]) }) };
  }, [state.path, node, moments, failure]);

  useEffect(() => {
    if (!following || !ready || at === null) return;
    const card = view.getInternalNode(at);
    if (!card) return;
    const { x, y } = card.internals.positionAbsolute;
    const { width = 224, height = 160 } = card.measured;
    void view.setCenter(x + width / 2, y + height / 2, { zoom: Math.max(view.getZoom(), SHORTEST_ZOOM), duration: 240 });
  }, [following, ready, at, view]);

  return (
    <section aria-label={t('label')} className="relative min-h-0 flex-1">
      <LitContext.Provider value={lit}>
        <FlowCanvas compact={compact} />
      </LitContext.Provider>
      <Tooltip content={t('followHelp')}>
        <button
          type="button"
          aria-pressed={following}
          onClick={() => setFollowing(!following)}
          className={clsx('absolute top-3 left-3 inline-flex min-h-9 items-center gap-2 rounded-lg bg-raised px-3 text-sm font-medium shadow-float pointer-coarse:min-h-11', compact && 'left-16', following ? 'text-accent-ink' : 'text-ink-2')}
        >
          <LocateFixed aria-hidden size={16} strokeWidth={1.75} />
          {t('follow')}
        </button>
      </Tooltip>
    </section>
  );
}
