'use client';

import { Timer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSimulator } from '../../_state/simulator-context';
import { useCountdown } from '../../_state/use-countdown';
import { useStepWords } from '../../_state/use-step-words';
import { ChatEntry } from './chat-entry';

/** Everything that was said, the newest at the foot; `begin` is another way to begin than writing. */
export function ChatLog({ begin }: { begin: ReactNode }) {
  const t = useTranslations('simulate.customer');
  const { state } = useSimulator();
  const { timer } = useStepWords();
  const left = useCountdown();
  const log = useRef<HTMLDivElement>(null);
  const [next] = state.timers;
  useEffect(() => void log.current?.scrollTo({ top: log.current.scrollHeight }), [state.entries]);
  const lastSaid = state.entries.findLastIndex(({ from }) => from === 'customer');
  return (
    <div ref={log} role="log" aria-label={t('log')} tabIndex={0} className="flex min-h-0 flex-1 flex-col gap-2 overflow-x-hidden overflow-y-auto p-4 outline-offset-[-3px] [&>:first-child]:mt-auto">
      {state.entries.length === 0 ? (
        <div className="mx-auto my-auto max-w-56 text-center">
          <p className="font-serif text-[22px] leading-7 text-ink">{t('empty')}</p>
          <p className="mt-2 text-sm text-pretty text-ink-2">{t('emptyText')}</p>
          {begin ? <div className="mt-4 flex justify-center">{begin}</div> : null}
        </div>
      ) : null}
      {state.entries.map((entry, index) => (
        <ChatEntry key={index} entry={entry} chosen={index < lastSaid ? (state.entries[state.entries.findIndex(({ from }, later) => later > index && from === 'customer')]?.text ?? '') : null} />
      ))}
      {next ? (
        <p className="tabular flex items-center gap-1.5 text-xs text-ink-3">
          <Timer aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
          {t('timerIn', { what: timer(next.timerId).port ?? timer(next.timerId).step, time: left(next.fireAt - state.now) })}
        </p>
      ) : null}
    </div>
  );
}
