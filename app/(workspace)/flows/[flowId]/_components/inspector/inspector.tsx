'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { Tabs } from '@/lib/ui/tabs';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useStep } from '../../_editor/use-step';
import { useStudio } from '../../_editor/use-studio';
import { Outline } from '../outline/outline';
import { ContentTab } from './content-tab';
import { ExitsTab } from './exits-tab';
import { INSPECTOR_ID } from './inspector-id';
import { InspectorHead } from './inspector-head';

type Tab = 'content' | 'exits';

/** The selected step in full; the outline of the flow while none is. */
export function Inspector() {
  const t = useTranslations('studio');
  const store = useEditorStore();
  const { focusCard } = useStudio();
  const selected = useEditor((editor) => editor.selected);
  const linking = useEditor((editor) => editor.linking);
  const step = useStep(selected);
  const [tab, setTab] = useState<Tab>('content');

  useEffect(() => {
    if (linking) setTab('exits');
  }, [linking]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !step) return;
    store.getState().stopLinking();
    focusCard(step.node.id);
  };

  return (
    <aside id={INSPECTOR_ID} aria-label={t('inspector.label')} onKeyDown={onKeyDown} className="flex h-full w-[344px] shrink-0 flex-col border-l border-line bg-surface">
      {step ? (
        <>
          <InspectorHead step={step} />
          <Tabs<Tab>
            label={t('inspector.tabs')}
            value={tab}
            onValueChange={setTab}
            className="min-h-0 flex-1"
            contentClassName="overflow-y-auto p-4"
            items={[
              { value: 'content', label: t('inspector.content'), content: <ContentTab key={step.node.id} step={step} /> },
              {
                value: 'exits',
                label: t('inspector.exits'),
                badge: <span className="tabular text-xs text-ink-3">{step.ports.length}</span>,
                content: <ExitsTab key={step.node.id} step={step} />,
              },
            ]}
          />
        </>
      ) : (
        <Outline />
      )}
    </aside>
  );
}
