'use client';

import { CalendarClock, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CompiledTrigger } from '@/flows/compiler/machine-json';
import type { MenuEntry } from '@/lib/ui/menu';
import { useSimulator } from '../../_state/simulator-context';

export type EventTrigger = Extract<CompiledTrigger, { type: 'api-event' }>;

/** One entry for each trigger of the flow: a schedule is due at once, an event asks for its data first. */
export function useTriggerEntries(onEvent: (trigger: EventTrigger) => void): MenuEntry[] {
  const t = useTranslations('simulate.begin');
  const { simulation, act } = useSimulator();
  return (simulation.flow.triggers ?? []).map((trigger): MenuEntry => {
    if (trigger.type === 'schedule') {
      return { key: trigger.id, label: t('schedule', { id: trigger.id }), icon: <CalendarClock aria-hidden size={16} strokeWidth={1.75} />, onSelect: () => act({ schedule: trigger.id }) };
    }
    return { key: trigger.id, label: t('event', { event: trigger.event }), icon: <Webhook aria-hidden size={16} strokeWidth={1.75} />, onSelect: () => onEvent(trigger) };
  });
}
