'use client';

import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { formatDayTime } from '@/lib/i18n/format';
import { NOW, placeMarks, type Mark } from '../../_logic/timeline';
import { useSimulator } from '../../_state/simulator-context';
import { useStepWords } from '../../_state/use-step-words';

interface TimelineProps {
  /** When the hours change next. */
  change: { at: number; opens: boolean } | undefined;
  /** Whether it is open until then. */
  open: boolean;
}

const percent = (share: number): string => `${share * 100}%`;

/** What lies ahead on one line: now is a disc, timers are diamonds, open hours are tinted. */
export function Timeline({ change, open }: TimelineProps) {
  const t = useTranslations('simulate.clock');
  const locale = useLocale();
  const { state, zone } = useSimulator();
  const { timer } = useStepWords();
  const marks: Mark[] = [
    ...state.timers.map(({ timerId, fireAt }): Mark => ({ at: fireAt, label: timer(timerId).port ?? timer(timerId).step, kind: 'timer' })),
    ...(change ? [{ at: change.at, label: t(change.opens ? 'opens' : 'closes', { time: formatDayTime(change.at, locale, zone) }), kind: 'change' as const }] : []),
  ];
  const placed = placeMarks(state.now, marks);
  const border = placed.find(({ kind }) => kind === 'change')?.place ?? 1;
  const tint = !change ? null : open ? { left: percent(NOW), right: percent(1 - border) } : { left: percent(border), right: '0%' };
  return (
    <div className="relative mt-2.5 h-9">
      <div aria-hidden className="absolute inset-x-0 top-2 h-1 overflow-hidden rounded-full bg-sunken">
        {tint && <span className="absolute inset-y-0 bg-accent-tint-2" style={tint} />}
        <span className="absolute inset-y-0 left-0 bg-accent" style={{ width: percent(NOW) }} />
      </div>
      <span aria-hidden className="absolute top-1 size-3 -translate-x-1/2 rounded-full bg-accent ring-2 ring-surface" style={{ left: percent(NOW) }} />
      <span aria-hidden className="absolute top-5 -translate-x-1/2 text-2xs font-strong text-ink" style={{ left: percent(NOW) }}>{t('now')}</span>
      <ul aria-label={t('timeline')}>
        {placed.map(({ at, label, kind, place, told }) => (
          <li key={`${kind} ${at} ${label}`} className="absolute top-0 flex h-9 w-32 -translate-x-1/2 flex-col items-center" style={{ left: percent(place) }} title={`${label}, ${formatDayTime(at, locale, zone)}`}>
            <span aria-hidden className={clsx('mt-1 size-3 rotate-45 rounded-[1px] border-2 bg-surface', kind === 'timer' ? 'border-time' : 'border-ink-2')} />
            <span className={told ? 'tabular mt-1 max-w-full truncate text-2xs text-ink-2' : 'sr-only'}>{label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
