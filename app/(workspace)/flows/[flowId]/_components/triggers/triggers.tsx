'use client';

import { CalendarClock, Plus, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MOST_TRIGGERS } from '@/flows/document/trigger';
import { Button } from '@/lib/ui/button';
import { Menu } from '@/lib/ui/menu';
import { newTrigger } from '../../_form/new-trigger';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { TriggerItem } from './trigger-item';

/** What begins the flow besides a customer who writes: events of other systems, and the clock. */
export function Triggers() {
  const t = useTranslations('studio.triggers');
  const store = useEditorStore();
  const triggers = useEditor((editor) => editor.document.triggers);
  const readOnly = useEditor((editor) => editor.readOnly);
  const [added, setAdded] = useState<string | null>(null);
  const add = (type: 'api-event' | 'schedule') => {
    const { document, apply } = store.getState();
    const trigger = newTrigger(document, type);
    if (apply({ kind: 'trigger.add', trigger })) setAdded(trigger.id);
  };
  return (
    <section aria-labelledby="studio-triggers" className="flex flex-col gap-2 border-t border-line px-4 pt-4 pb-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 id="studio-triggers" className="text-md font-strong text-ink">{t('title')}</h3>
        <span className="tabular text-xs text-ink-3">{triggers.length}</span>
      </div>
      <p className="text-sm text-ink-2">{t(triggers.length === 0 ? 'empty' : 'besides')}</p>
      <ul className="-mx-2 flex flex-col">
        {triggers.map((trigger, index) => <TriggerItem key={trigger.id} trigger={trigger} index={index} readOnly={readOnly} startsOpen={trigger.id === added} />)}
      </ul>
      {!readOnly && (
        <Menu
          align="start"
          trigger={
            <Button size="sm" className="self-start" icon={<Plus aria-hidden size={14} strokeWidth={1.75} />} disabledReason={triggers.length >= MOST_TRIGGERS ? t('full', { count: MOST_TRIGGERS }) : undefined}>
              {t('add')}
            </Button>
          }
          entries={[
            { key: 'api-event', label: t('kinds.api-event'), icon: <Webhook aria-hidden size={14} strokeWidth={1.75} />, onSelect: () => add('api-event') },
            { key: 'schedule', label: t('kinds.schedule'), icon: <CalendarClock aria-hidden size={14} strokeWidth={1.75} />, onSelect: () => add('schedule') },
          ]}
        />
      )}
    </section>
  );
}
