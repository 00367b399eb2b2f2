'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import type { TranscriptEntry } from '@/flows/simulator/transcript';
import { useSimulator } from '../../_state/simulator-context';

/** What happened without words that the customer is told of. */
const LINES = {
  'agent.joined': 'takesOver',
  'agent.released': 'givesBack',
  'agent.closed': 'closedByAgent',
  'conversation.close': 'closed',
  'customer.left': 'left',
} as const;

const BUBBLES = {
  customer: 'self-end rounded-br-xs bg-bubble-agent text-bubble-agent-ink',
  assistant: 'self-start rounded-bl-xs border border-bubble-bot-line bg-bubble-bot text-bubble-bot-ink',
  agent: 'self-start rounded-bl-xs bg-bubble-in text-bubble-in-ink',
} as const;

/** One message or line of the chat. `chosen` is what was answered since; null while its buttons can be pressed. */
export function ChatEntry({ entry, chosen }: { entry: TranscriptEntry; chosen: string | null }) {
  const t = useTranslations('simulate.customer');
  const { state, act } = useSimulator();
  const { from, text, options, event } = entry;
  if (text === undefined || from === 'system') {
    const line = event !== undefined && Object.hasOwn(LINES, event) ? LINES[event as keyof typeof LINES] : null;
    return line === null ? null : <p className="my-2 self-center text-center text-xs text-ink-3">{t(line)}</p>;
  }
  const deaf = chosen !== null;
  return (
    <>
      <p lang={state.language} dir="auto" className={clsx('max-w-[84%] rounded-[14px] px-3 py-2 text-md [overflow-wrap:anywhere] whitespace-pre-wrap', BUBBLES[from])}>
        <span className="sr-only">{t(from === 'customer' ? 'you' : from)} </span>
        {text}
      </p>
      {options ? (
        <ul aria-label={t('options')} className="flex flex-wrap gap-2">
          {options.map(({ value, label }) => (
            <li key={value} className="max-w-full">
              <button
                type="button"
                lang={state.language}
                disabled={deaf}
                onClick={() => act({ press: value })}
                className={clsx(
                  'min-h-9 max-w-full rounded-[18px] border px-3.5 py-1.5 text-start text-md font-medium [overflow-wrap:anywhere] pointer-coarse:min-h-11',
                  chosen === label ? 'border-accent bg-accent text-on-accent' : deaf ? 'border-line bg-surface text-ink-3' : 'border-accent-line bg-surface text-accent-ink hover:bg-accent-tint',
                )}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
