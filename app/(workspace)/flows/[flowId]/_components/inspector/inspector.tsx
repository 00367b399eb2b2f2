'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { Tabs } from '@/lib/ui/tabs';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useStep } from '../../_editor/use-step';
import { useStudio } from '../../_editor/use-studio';
import { Outline } from '../outline/outline';
import { StepHelp } from '../help/step-help';
import { SelectionInspector } from '../selection/selection-inspector';
import { ContentTab } from './content-tab';
import { ExitsTab } from './exits-tab';
import { INSPECTOR_ID } from './inspector-id';
import { InspectorHead } from './inspector-head';

type Tab = 'content' | 'exits';

/** The selected step in full, or what can be done with several; the outline of the flow while none is. */
export function Inspector() {
  const t = useTranslations('studio');
  const store = useEditorStore();
  const { focusCard } = useStudio();
  const selected = useEditor((editor) => editor.selected);
  const several = useEditor(({ selection }) => selection.length > 1);
  const sideBySide = useEditor(({ sideBySide: wanted, selected: one, document }) => wanted && one !== null && document.languages.length > 1);
  const linking = useEditor((editor) => editor.linking);
  const step = useStep(selected);
  const [tab, setTab] = useState<Tab>('content');
  const [help, setHelp] = useState(false);

  useEffect(() => {
    if (!linking) return;
    setTab('exits');
    setHelp(false);
  }, [linking]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && several) globalThis.document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true });
    if (event.key !== 'Escape' || event.defaultPrevented || !step) return;
    store.getState().stopLinking();
    focusCard(step.node.id);
  };

  return (
    <aside id={INSPECTOR_ID} aria-label={t('inspector.label')} onKeyDown={onKeyDown} className={clsx('flex h-full shrink-0 flex-col border-l border-line bg-surface', sideBySide ? 'w-[min(560px,calc(100vw-64px))]' : 'w-[344px]')}>
      {step ? (
        <>
          <InspectorHead step={step} help={help} onHelp={() => setHelp(!help)} />
          {help ? (
            <StepHelp key={step.node.type} type={step.node.type} onClose={() => setHelp(false)} />
          ) : (
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
          )}
        </>
      ) : several ? (
        <SelectionInspector />
      ) : (
        <Outline />
      )}
    </aside>
  );
}
