'use client';

import { useTranslations } from 'next-intl';
import type { FailedTurnRow } from '@/lib/api/view-models';
import { useNameOf } from '../../_logic/use-name-of';

/** A failed turn in words: what happened, where, and why it failed. */
export function useTurnWords(): (turn: FailedTurnRow) => { event: string; customer: string; place: string; step: string; reason: string } {
  const t = useTranslations('settings.failedTurns');
  const trace = useTranslations('trace.failure');
  const nameOf = useNameOf();
  return ({ event, customer, flow, step, reason }) => {
    const eventKey = `events.${event.replaceAll('.', '-')}`;
    return {
      event: t.has(eventKey as never) ? t(eventKey as never) : t('events.other'),
      customer: customer ?? t('nameless'),
      place: flow ? t('version', { flow: flow.name, number: flow.number }) : t('noFlow'),
      step: step ? nameOf({ key: step.id, name: step.title }) : '',
      reason: trace.has(reason as never) ? trace(reason as never) : trace('other'),
    };
  };
}
