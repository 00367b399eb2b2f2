import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Author } from '../_logic/view-models';

const LOOKS: Record<Author, string> = {
  customer: 'rounded-bl-xs bg-bubble-in text-bubble-in-ink',
  assistant: 'rounded-bl-xs border border-bubble-bot-line bg-bubble-bot text-bubble-bot-ink',
  agent: 'rounded-br-xs bg-bubble-agent text-bubble-agent-ink',
  system: 'border border-line text-ink-2',
  note: 'w-full border border-note-line bg-note text-note-ink',
};

const FAILED = 'border border-dashed border-stop-fill bg-surface text-ink';

export interface MessageTextProps {
  from: Author;
  /** Language of the words, where it is known. */
  lang?: string | undefined;
  /** It did not leave. */
  failed?: boolean;
  children: ReactNode;
}

/** What somebody said, as plain text: never more than 72 characters a line, never wider than its column. */
export function MessageText({ from, lang, failed = false, children }: MessageTextProps) {
  return (
    <p lang={lang} dir="auto" className={clsx('w-fit max-w-[72ch] rounded-lg px-3.5 py-2 text-md [overflow-wrap:anywhere] whitespace-pre-wrap', failed ? FAILED : LOOKS[from])}>
      {children}
    </p>
  );
}
