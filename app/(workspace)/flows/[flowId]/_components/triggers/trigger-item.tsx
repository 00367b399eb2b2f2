'use client';

import { CalendarClock, OctagonX, Trash2, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Trigger } from '@/flows/document/trigger';
import { Button } from '@/lib/ui/button';
import { useEditor, useEditorStore } from '../../_editor/use-editor';
import { useStudio } from '../../_editor/use-studio';
import { useTriggerText } from '../../_editor/use-trigger-text';
import { PanelDisclosure } from '../panel-disclosure';
import { EventForm } from './event-form';
import { ScheduleForm } from './schedule-form';
import { TriggerContext } from './trigger-context';

interface TriggerItemProps {
  trigger: Trigger;
  index: number;
  readOnly: boolean;
  /** It has just been added: its form is open, and has the focus. */
  startsOpen: boolean;
}

/** One trigger: what it waits for; opened, all that can be changed of it. */
export function TriggerItem({ trigger, index, readOnly, startsOpen }: TriggerItemProps) {
  const t = useTranslations('studio.triggers');
  const store = useEditorStore();
  const seal = useEditor((editor) => editor.seal);
  const { diagnostics } = useStudio();
  const text = useTriggerText()(trigger);
  const problems = diagnostics.filter(({ node, path }) => node === undefined && path?.[0] === 'triggers' && path[1] === index);
  const Icon = trigger.type === 'api-event' ? Webhook : CalendarClock;
  return (
    <PanelDisclosure
      startsOpen={startsOpen}
      summary={
        <>
          <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-ink-2" />
          <span className="sr-only">{t(`kinds.${trigger.type}`)}: </span>
          <span className={`min-w-0 flex-1 truncate text-ink ${trigger.type === 'api-event' ? 'font-mono text-xs' : 'text-sm'}`}>{text}</span>
          {problems.length > 0 && (
            <span className="tabular inline-flex shrink-0 items-center gap-1 text-2xs font-medium text-stop">
              <OctagonX aria-hidden size={14} strokeWidth={1.75} />
              <span aria-hidden>{problems.length}</span>
              <span className="sr-only">{t('problems', { count: problems.length })}</span>
            </span>
          )}
        </>
      }
    >
      <TriggerContext.Provider value={{ problems, readOnly, seal, autoFocus: startsOpen, change: (next) => void store.getState().apply({ kind: 'trigger.change', trigger: next }) }}>
        <div className="flex flex-col gap-4 px-2 pt-1 pb-4">
          {trigger.type === 'api-event' ? <EventForm trigger={trigger} /> : <ScheduleForm trigger={trigger} />}
          {!readOnly && (
            <Button size="sm" variant="quiet" className="self-start" icon={<Trash2 aria-hidden size={14} strokeWidth={1.75} />} onClick={() => store.getState().apply({ kind: 'trigger.remove', id: trigger.id })}>
              {t('remove')}
            </Button>
          )}
        </div>
      </TriggerContext.Provider>
    </PanelDisclosure>
  );
}
