'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Trigger } from '@/flows/document/trigger';

/** What a trigger waits for, in a few words. */
export function useTriggerText(): (trigger: Trigger) => string {
  const t = useTranslations('studio.triggers');
  return useCallback(
    (trigger) => {
      if (trigger.type === 'api-event') return trigger.event || t('unnamed');
      const { when } = trigger;
      switch (when.every) {
        case 'day':
          return t('said.day', { at: when.at });
        case 'week':
          return t('said.week', { days: when.days.map((day) => t(`weekdaysShort.${day}`)).join(', '), at: when.at });
        case 'month':
          return t('said.month', { day: when.day, at: when.at });
        case 'interval':
          return t('said.interval', { minutes: when.minutes });
        case 'once':
          return t('said.once', { date: when.date || '…', at: when.at });
      }
    },
    [t],
  );
}
