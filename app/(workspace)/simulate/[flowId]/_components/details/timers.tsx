'use client';

import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FamilyTile } from '@/lib/ui/family-tile';
import { useSimulator } from '../../_state/simulator-context';
import { useCountdown } from '../../_state/use-countdown';
import { useStepWords } from '../../_state/use-step-words';
import { Section } from './section';

/** What is set to happen by itself, with the virtual time that is left. */
export function Timers() {
  const t = useTranslations('simulate');
  const { state } = useSimulator();
  const { timer } = useStepWords();
  const left = useCountdown();
  return (
    <Section title={t('details.timers')} aside={state.timers.length > 0 ? t('timers.count', { count: state.timers.length }) : null}>
      {state.timers.length === 0 ? <p className="text-sm text-ink-3">{t('timers.empty')}</p> : null}
      <ul className="flex flex-col gap-2">
        {state.timers.map(({ timerId, fireAt }) => {
          const { step, port } = timer(timerId);
          return (
            <li key={timerId} className="flex items-center gap-2.5">
              <FamilyTile family="time" icon={Hourglass} size={24} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm text-ink">{port ?? step}</span>
                {port !== null && <span className="block truncate text-xs text-ink-3">{step}</span>}
              </span>
              <span className="tabular text-sm font-medium text-ink">{left(fireAt - state.now)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
