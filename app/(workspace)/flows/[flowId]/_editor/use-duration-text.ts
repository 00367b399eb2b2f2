'use client';

import { useTranslations } from 'next-intl';
import { durationParts } from '../_form/duration-parts';

/** A duration in short words, such as “30 min”; undefined when there is none. */
export function useDurationText(iso: string | undefined): string | undefined {
  const t = useTranslations('studio.duration.short');
  const parts = iso === undefined ? null : durationParts(iso);
  return parts ? t(parts.unit, { amount: parts.amount }) : undefined;
}
