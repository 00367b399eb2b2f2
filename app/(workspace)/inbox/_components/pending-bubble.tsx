'use client';
import { clsx } from 'clsx';
import { RotateCw, TriangleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { formatTime } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import type { PendingMessage } from '../_logic/pending-message';
import { NO_ANSWER } from '../_logic/send-queue';
import { useErrorText } from '../_state/use-error-text';
import { DeliveryMark } from './delivery-mark';
import { MessageText } from './message-text';

export interface PendingBubbleProps {
  message: PendingMessage;
  onRetry: () => void;
  onDiscard: () => void;
}

/** A message on its way, or one that did not leave and says why. */
export function PendingBubble({ message, onRetry, onDiscard }: PendingBubbleProps) {
  const t = useTranslations('inbox.thread');
  const locale = useLocale();
  const errorText = useErrorText();
  const note = message.kind === 'note';
  const failed = message.status === 'failed';
  return (
    <div className={clsx('flex flex-col gap-1', note ? 'w-full' : 'max-w-[88%] items-end self-end md:max-w-[78%]')}>
      <MessageText from={note ? 'note' : 'agent'} failed={failed}>
        {note ? <strong className="mr-2 font-strong">{t('note')}</strong> : null}
        {message.text}
      </MessageText>
      {failed ? (
        <div role="alert" className={clsx('flex flex-wrap items-center gap-2 text-xs text-stop', !note && 'justify-end')}>
          <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />
          <span>{message.error === NO_ANSWER ? t('failedOffline') : `${t('failed')} ${errorText(message.error ?? 'unknown')}`}</span>
          <Button size="sm" icon={<RotateCw aria-hidden size={14} strokeWidth={1.75} />} onClick={onRetry}>{t('retry')}</Button>
          <Button size="sm" variant="quiet" onClick={onDiscard}>{t('discard')}</Button>
        </div>
      ) : (
        <p className="flex items-center gap-1.5 text-2xs text-ink-3">
          <time className="tabular">{formatTime(message.at, locale)}</time>
          {note ? <span>{t(message.status === 'sending' ? 'sending' : 'kept')}</span> : <DeliveryMark state={message.status === 'sending' ? 'sending' : 'sent'} />}
        </p>
      )}
    </div>
  );
}
