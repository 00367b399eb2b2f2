'use client';
import { clsx } from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { formatFull, formatTime } from '@/lib/i18n/format';
import { deliveryState } from '../_logic/delivery-state';
import type { ThreadBlock } from '../_logic/thread-blocks';
import type { Receipts, ThreadMessage } from '../_logic/view-models';
import { Fragment } from 'react';
import { DeliveryMark } from './delivery-mark';
import { MessageFate } from './message-fate';
import { MessageText } from './message-text';

export interface MessageRunProps {
  run: Extract<ThreadBlock, { kind: 'run' }>;
  customerName: string;
  /** The customer's language. */
  language: string;
  receipts: Receipts;
  /** This agent: her own messages carry no name. */
  meId: string | undefined;
}

/** Messages of one author in a row, with one line below that says who, when and how far they got. */
export function MessageRun({ run, customerName, language, receipts, meId }: MessageRunProps) {
  const t = useTranslations('inbox.thread');
  const locale = useLocale();
  const last = run.items.at(-1);
  if (!last) return null;
  const right = run.from === 'agent';
  const author = authorOf(run, customerName, meId, t);
  return (
    <div className={clsx('flex flex-col gap-1', right && 'items-end', run.from === 'note' ? 'w-full' : 'max-w-[88%] md:max-w-[78%]', right && 'self-end')}>
      <span className="sr-only">{author.spoken}</span>
      {run.items.map((message) => (
        <Fragment key={message.seq}>
          <MessageText from={run.from} lang={run.from === 'note' ? undefined : language}>
            {run.from === 'note' ? <strong className="mr-2 font-strong">{author.spoken}</strong> : null}
            {textOf(message)}
          </MessageText>
          <MessageFate fate={message.fate} />
        </Fragment>
      ))}
      <p className="flex items-center gap-1.5 text-2xs text-ink-3">
        {author.shown ? <span aria-hidden>{author.shown}</span> : null}
        <time className="tabular" dateTime={new Date(last.at).toISOString()} title={formatFull(last.at, locale)}>{formatTime(last.at, locale)}</time>
        {right ? <DeliveryMark state={deliveryState(last.seq, receipts)} /> : null}
      </p>
    </div>
  );
}

function textOf(message: ThreadMessage): string {
  return message.parts.map((part) => part.text).join('\n');
}

function authorOf(run: MessageRunProps['run'], customerName: string, meId: string | undefined, t: ReturnType<typeof useTranslations<'inbox.thread'>>): { spoken: string; shown: string | null } {
  const agent = run.agentName ?? '';
  if (run.from === 'customer') return { spoken: customerName, shown: null };
  if (run.from === 'assistant') return { spoken: t('assistant'), shown: t('assistant') };
  if (run.from === 'system') return { spoken: t('system'), shown: t('system') };
  if (run.from === 'note') return { spoken: agent ? t('noteBy', { name: agent }) : t('note'), shown: null };
  return { spoken: agent, shown: run.items[0]?.agent?.id === meId ? null : agent };
}
