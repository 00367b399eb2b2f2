'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import { useSimulator } from '../../_state/simulator-context';

/** What the people behind the flow do: whether somebody takes a hand-over, gives it back, closes. */
export function PersonStrip() {
  const t = useTranslations('simulate.person');
  const { state, act } = useSimulator();
  if (state.agent !== null) {
    return (
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => act({ agent: 'released' })}>{t('release')}</Button>
        <Button size="sm" onClick={() => act({ agent: 'closed' })}>{t('close')}</Button>
      </div>
    );
  }
  const request = state.effects.findLast(({ id }) => id === state.session.handoff);
  if (request?.kind !== 'handoff.request') return null;
  const patient = request.requirement.mode !== 'live';
  return (
    <div className="rounded-lg border border-accent-line bg-accent-tint p-3">
      <p className="text-sm text-accent-ink">{t('waiting')}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => act({ agent: 'joined' })}>{t('take')}</Button>
        <Button size="sm" disabledReason={patient ? t('nobodyReason') : undefined} onClick={() => act({ handoff: 'unavailable' })}>{t('nobody')}</Button>
      </div>
    </div>
  );
}
