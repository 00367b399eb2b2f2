'use client';
import { useLocale, useTranslations } from 'next-intl';
import { formatTime } from '@/lib/i18n/format';
import { eventKey } from '../_logic/event-key';
import { reasonOf } from '../_logic/told-events';
import type { ThreadEvent } from '../_logic/view-models';
import { useReasonText } from './use-reason-text';

/** A schedule later than this is told to be late. */
const LATE_MS = 60_000;

/** What happened, when and why, in one sentence or two; null for what the interface has no words for. */
export function useEventText(): (event: ThreadEvent) => string | null {
  const t = useTranslations('trace');
  const dispositions = useTranslations('inbox.disposition');
  const locale = useLocale();
  const reasonText = useReasonText();
  return (event) => {
    const key = eventKey(event, (name) => t.has(name as never));
    if (key === null) return null;
    const word = (name: string): string => {
      const value = event.params[name];
      return typeof value === 'string' ? value : '';
    };
    const disposition = word('disposition');
    const failure = `failure.${word('code')}`;
    const said = t(key as never, {
      agent: word('agent'),
      by: word('by'),
      event: word('event'),
      source: word('event') === '' ? 'schedule' : 'event',
      variable: word('variable'),
      late: Number(event.params['late'] ?? 0) >= LATE_MS ? 'yes' : 'no',
      hasDisposition: disposition === '' ? 'no' : 'yes',
      disposition: disposition !== '' && dispositions.has(disposition as never) ? dispositions(disposition as never) : disposition,
      failure: t.has(failure as never) ? t(failure as never) : t('failure.other'),
    } as never);
    const time = formatTime(event.at, locale);
    const reason = reasonOf(event);
    const why = reason ? reasonText(reason) : null;
    return why === null ? t('told', { said, time }) : t('toldWithReason', { said, time, reason: why });
  };
}
