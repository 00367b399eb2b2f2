'use client';
import { ArrowDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { formatDay } from '@/lib/i18n/format';
import { useClock } from '@/lib/ui/use-clock';
import { reconcile } from '../_logic/reconcile';
import { threadBlocks, type ThreadBlock } from '../_logic/thread-blocks';
import { toldEvents } from '../_logic/told-events';
import type { ConversationView } from '../_logic/view-models';
import { usePendingStore } from '../_state/pending-store';
import { useSenderContext } from '../_state/sender-context';
import { useStickToBottom } from '../_state/use-stick-to-bottom';
import { AskedCard } from './asked-card';
import { AssistantFold } from './assistant-fold';
import { EventLine } from './event-line';
import { MessageRun } from './message-run';
import { PendingBubble } from './pending-bubble';

export interface ThreadProps {
  conversation: ConversationView;
  name: string;
  meId: string | undefined;
}

const NONE: never[] = [];

/** Everything that was said and done, oldest first, and what is on its way. */
export function Thread({ conversation, name, meId }: ThreadProps) {
  const t = useTranslations('inbox.thread');
  const sender = useSenderContext();
  const { id, messages, path, answers } = conversation;
  const blocks = useMemo(() => threadBlocks(toldEvents(messages), path, (at) => new Date(at).toDateString()), [messages, path]);
  const folds = blocks.filter((block) => block.kind === 'assistant');
  const lastFold = folds.at(-1);
  const pending = usePendingStore((state) => state.byConversation[id]) ?? NONE;
  const left = useMemo(() => reconcile(messages, pending), [messages, pending]);
  useEffect(() => {
    // What the thread shows itself is no longer on its way.
    if (left.length < pending.length) usePendingStore.getState().keep(id, left.map((message) => message.key));
  }, [id, left, pending]);
  const { viewport, content, atEnd, toEnd } = useStickToBottom();
  const unseen = useUnseen(messages.length, atEnd);
  const writing = left.at(-1)?.key;
  useEffect(() => {
    if (writing) toEnd();
  }, [writing, toEnd]);
  return (
    <div className="relative min-h-0 flex-1">
      <div ref={viewport} role="log" aria-label={t('label', { name })} tabIndex={0} className="h-full overflow-y-auto -outline-offset-2">
        <div ref={content} className="mx-auto flex max-w-[860px] flex-col gap-3 px-5 py-4 max-md:px-3">
          {blocks.map((block) => (
            <Block key={block.id} block={block} conversation={conversation} name={name} meId={meId} last={block === lastFold} />
          ))}
          {lastFold ? null : <AskedCard answers={answers} />}
          {left.map((message) => (
            <PendingBubble key={message.key} message={message} onRetry={() => sender.retry(id, message.key)} onDiscard={() => sender.discard(id, message.key)} />
          ))}
        </div>
      </div>
      {unseen > 0 ? (
        <button type="button" onClick={toEnd} className="absolute bottom-3 left-1/2 inline-flex min-h-8 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3.5 text-xs font-medium text-on-accent shadow-float hover:bg-accent-hover">
          <ArrowDown aria-hidden size={14} strokeWidth={1.75} />
          {t('newBelow', { count: unseen })}
        </button>
      ) : null}
    </div>
  );
}

interface BlockProps {
  block: ThreadBlock;
  conversation: ConversationView;
  name: string;
  meId: string | undefined;
  /** The last stretch of the assistant: what was asked is pinned under it. */
  last: boolean;
}

function Block({ block, conversation, name, meId, last }: BlockProps) {
  const { language, receipts, flow, answers, owner } = conversation;
  if (block.kind === 'day') return <Day at={block.at} />;
  if (block.kind === 'event') return <EventLine event={block.item} />;
  if (block.kind === 'run') return <MessageRun run={block} customerName={name} language={language} receipts={receipts} meId={meId} />;
  return (
    <>
      <AssistantFold block={block} flow={flow} language={language} customerName={name} open={last && owner === 'bot'} over={!last || owner === 'closed'} />
      {last ? <AskedCard answers={answers} /> : null}
    </>
  );
}

function Day({ at }: { at: number }) {
  const locale = useLocale();
  const now = useClock(3_600_000);
  return <p className="tabular self-center text-2xs text-ink-3">{formatDay(at, now, locale)}</p>;
}

/** How many items arrived while the end was out of sight. */
function useUnseen(count: number, atEnd: boolean): number {
  const [seen, setSeen] = useState(count);
  if (atEnd && seen !== count) setSeen(count);
  return atEnd ? 0 : Math.max(0, count - seen);
}
