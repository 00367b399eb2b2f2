'use client';
import { useLocale, useTranslations } from 'next-intl';
import { formatTime } from '@/lib/i18n/format';
import type { ThreadMessage } from '../_logic/view-models';
import { MessageFate } from './message-fate';
import { MessageText } from './message-text';

/** One message of an unfolded stretch; the buttons the customer was shown stand under the question. */
export function FoldedTurn({ message, language, customerName }: { message: ThreadMessage; language: string; customerName: string }) {
  const t = useTranslations('inbox.thread');
  const locale = useLocale();
  const speaker = message.from === 'customer' ? customerName : message.from === 'system' ? t('system') : t('assistant');
  return (
    <div className="flex max-w-[92%] flex-col gap-1 md:max-w-[82%]">
      <span className="sr-only">{speaker}</span>
      <MessageText from={message.from} lang={language}>{message.parts.map((part) => part.text).join('\n')}</MessageText>
      {message.options?.length ? (
        <ul aria-label={t('options')} lang={language} className="flex flex-wrap gap-1.5">
          {message.options.map((option) => (
            <li key={option.value} className="rounded-full border border-line-strong px-2.5 py-0.5 text-xs text-ink-2">{option.label}</li>
          ))}
        </ul>
      ) : null}
      <MessageFate fate={message.fate} />
      <time className="tabular text-2xs text-ink-3" dateTime={new Date(message.at).toISOString()}>{formatTime(message.at, locale)}</time>
    </div>
  );
}
