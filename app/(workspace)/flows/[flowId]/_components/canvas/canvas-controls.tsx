'use client';

import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Network, Plus, Search } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { IconButton } from '@/lib/ui/icon-button';
import { SHORTCUTS } from '../../_editor/shortcuts';
import { useArrange } from '../../_editor/use-arrange';
import { useEditor } from '../../_editor/use-editor';
import { useKeyNames } from '../../_editor/use-key-names';

/** Zoom, fit, search and tidy up, floating at the lower left; on a phone only fit, at the upper left. */
export function CanvasControls({ compact }: { compact: boolean }) {
  const t = useTranslations('studio');
  const format = useFormatter();
  const flow = useReactFlow();
  const open = useEditor((editor) => editor.open);
  const readOnly = useEditor((editor) => editor.readOnly);
  const several = useEditor(({ selection }) => selection.length > 1);
  const arrange = useArrange();
  const keyNames = useKeyNames();
  const zoom = useStore((state) => state.transform[2]);
  const fit = (
    <IconButton label={t('canvas.fit')} shortcut={t('keys.fit')} tooltipSide="top" onClick={() => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: 240 })}>
      <Maximize aria-hidden size={16} strokeWidth={1.75} />
    </IconButton>
  );
  if (compact) return <Panel position="top-left" className="!m-3 flex rounded-lg bg-raised p-1 shadow-float">{fit}</Panel>;
  return (
    <Panel position="bottom-left" className="!m-3 flex items-center gap-0.5 rounded-lg bg-raised p-1 shadow-float">
      <IconButton label={t('canvas.zoomOut')} shortcut={t('keys.minus')} tooltipSide="top" onClick={() => void flow.zoomOut({ duration: 160 })}>
        <Minus aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      <span className="tabular w-12 text-center text-xs text-ink-2">{format.number(zoom, { style: 'percent', maximumFractionDigits: 0 })}</span>
      <IconButton label={t('canvas.zoomIn')} shortcut={t('keys.plus')} tooltipSide="top" onClick={() => void flow.zoomIn({ duration: 160 })}>
        <Plus aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      {fit}
      <span aria-hidden className="mx-1 h-5 w-px bg-line" />
      <IconButton label={t('shortcuts.acts.go.search')} shortcut={keyNames(SHORTCUTS.go.search[0])} tooltipSide="top" onClick={() => open({ kind: 'search' })}>
        <Search aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
      {!readOnly && (
        <IconButton label={t(several ? 'commands.tidySelection' : 'commands.tidy')} tooltipSide="top" onClick={() => void arrange.layOut()}>
          <Network aria-hidden size={16} strokeWidth={1.75} />
        </IconButton>
      )}
    </Panel>
  );
}
