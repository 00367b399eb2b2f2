'use client';

import { Clock, FastForward } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { isOpen } from '@/flows/calendars/is-open';
import { nextChange } from '@/flows/calendars/next-change';
import { isoInstant } from '@/flows/simulator/transcript';
import { formatDayTime, formatMoment } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { Menu, type MenuEntry } from '@/lib/ui/menu';
import { sundayNight } from '../../_logic/virtual-time';
import { useSimulator } from '../../_state/simulator-context';
import { useCountdown } from '../../_state/use-countdown';
import { MomentPicker } from './moment-picker';
import { Timeline } from './timeline';

/** The virtual clock: what it shows, and ways to move it on. */
export function ClockBar({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('simulate');
  const locale = useLocale();
  const { state, zone, act } = useSimulator();
  const left = useCountdown();
  const { now, timers, calendars } = state;
  const [next] = timers;
  const change = Object.values(calendars)
    .map((calendar) => nextChange(calendar, now))
    .filter((each) => each !== null)
    .sort((one, other) => one.at - other.at)[0];
  const go = (at: number) => act({ at: isoInstant(at) });
  const changeWords = change && t(change.opens ? 'clock.opening' : 'clock.closing', { time: formatDayTime(change.at, locale, zone) });
  const open = Object.values(calendars).some((calendar) => isOpen(calendar, now));
  const nextButton = (
    <Button icon={<FastForward aria-hidden size={16} strokeWidth={1.75} />} shortcut={t('keys.next')} disabledReason={next ? undefined : t('clock.none')} onClick={() => act({ skip: 'next-timer' })}>
      {t('clock.next')}
      {next ? <span className="tabular font-regular text-ink-3">{t('clock.nextIn', { time: left(next.fireAt - now) })}</span> : null}
    </Button>
  );
  const clock = (
    <p className="flex min-w-0 items-center gap-2">
      <Clock aria-hidden size={18} strokeWidth={1.75} className="shrink-0 text-ink-2" />
      <time dateTime={isoInstant(now)} title={zone} className="tabular truncate text-lg font-strong text-ink">{formatMoment(now, locale, zone)}</time>
    </p>
  );
  if (compact) {
    const entries: MenuEntry[] = [
      { key: 'ten', label: t('clock.ten'), onSelect: () => act({ skip: 'PT10M' }) },
      ...(change && changeWords !== undefined ? [{ key: 'change', label: changeWords, onSelect: () => go(change.at) }] : []),
      { key: 'sunday', label: t('clock.sunday'), onSelect: () => go(sundayNight(zone, now)) },
    ];
    return (
      <section aria-label={t('clock.label')} className="flex shrink-0 flex-col gap-2 border-t border-line bg-surface px-3 pt-2 pb-[max(8px,env(safe-area-inset-bottom))]">
        {clock}
        <div className="flex flex-wrap gap-2">
          {nextButton}
          <Menu side="top" align="start" trigger={<Button>{t('clock.more')}</Button>} entries={entries} />
          <MomentPicker />
        </div>
      </section>
    );
  }
  return (
    <section aria-label={t('clock.label')} className="min-h-[92px] shrink-0 border-t border-line bg-surface px-4 pt-2.5 pb-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {clock}
        <div className="flex flex-wrap gap-2">
          {nextButton}
          <Button shortcut={t('keys.ten')} onClick={() => act({ skip: 'PT10M' })}>{t('clock.ten')}</Button>
          {change ? <Button onClick={() => go(change.at)}>{changeWords}</Button> : null}
          <Button onClick={() => go(sundayNight(zone, now))}>{t('clock.sunday')}</Button>
          <MomentPicker />
        </div>
      </div>
      <Timeline change={change} open={open} />
    </section>
  );
}
