'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { countdown } from '../_logic/virtual-time';

/** A time that is left in figures: “9:40”, “1 d 03:00:00”. */
export function useCountdown(): (ms: number) => string {
  const t = useTranslations('simulate.clock');
  return useCallback(
    (ms) => {
      const { days, rest } = countdown(ms);
      return days === 0 ? rest : t('days', { days, rest });
    },
    [t],
  );
}
