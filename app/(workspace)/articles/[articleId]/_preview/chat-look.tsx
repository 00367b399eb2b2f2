'use client';

import { useTranslations } from 'next-intl';

export interface ChatLookProps {
  language: string;
  question: string;
  /** Null when none is given. */
  answer: string | null;
  /** Titles of the articles offered as buttons. */
  offered: readonly string[];
}

/** How it looks in the chat. The words around it are the step's own, of each flow. */
export function ChatLook({ language, question, answer, offered }: ChatLookProps) {
  const t = useTranslations('articles.preview.chat');
  return (
    <div role="group" aria-label={t('label')} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      {question === '' ? null : <p lang={language} dir="auto" className="w-fit max-w-[88%] self-end rounded-lg rounded-br-xs bg-bubble-agent px-3.5 py-2 text-md [overflow-wrap:anywhere] whitespace-pre-wrap text-bubble-agent-ink">{question}</p>}
      {offered.length > 0 ? (
        <>
          <p className="text-xs text-ink-3">{t('asksBack')}</p>
          <ul className="flex flex-col items-start gap-1.5">
            {offered.map((title, index) => (
              <li key={index} lang={language} className="max-w-full rounded-full border border-accent-line px-3 py-1 text-sm [overflow-wrap:anywhere] text-accent">{title}</li>
            ))}
          </ul>
        </>
      ) : answer === null ? (
        <p className="text-xs text-ink-3">{t('none')}</p>
      ) : answer.trim() === '' ? (
        <p className="text-xs text-ink-3">{t('noAnswer')}</p>
      ) : (
        <p lang={language} dir="auto" className="w-fit max-w-[88%] rounded-lg rounded-bl-xs border border-bubble-bot-line bg-bubble-bot px-3.5 py-2 text-md [overflow-wrap:anywhere] whitespace-pre-wrap text-bubble-bot-ink">{answer}</p>
      )}
    </div>
  );
}
