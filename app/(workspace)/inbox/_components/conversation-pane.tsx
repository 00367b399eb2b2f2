'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { errorCode } from '@/app/_trpc/error-code';
import { useActsContext } from '../_state/acts-context';
import { useDraft } from '../_state/draft-store';
import { usePanelStore } from '../_state/panel-store';
import { useConversation } from '../_state/use-conversation';
import { useCustomerName } from '../_state/use-customer-name';
import { useInboxView } from '../_state/use-inbox-view';
import { useMe } from '../_state/use-me';
import { Composer } from './composer';
import { ComposerNotice } from './composer-notice';
import { ConversationError } from './conversation-error';
import { ConversationSkeleton } from './conversation-skeleton';
import { PersonPanel } from './person-panel';
import { PersonSheet } from './person-sheet';
import { SlowNotice } from './slow-notice';
import { Thread } from './thread';
import { ThreadHead } from './thread-head';

/** One conversation: head, thread, composer, and the person beside it. Full screen on a phone. */
export function ConversationPane({ id }: { id: string }) {
  const t = useTranslations('inbox');
  const { view, listHref } = useInboxView();
  const { me, answers } = useMe();
  const acts = useActsContext();
  const nameOf = useCustomerName();
  const draft = useDraft(id);
  const { focus, focusComposer } = usePanelStore();
  const [noting, setNoting] = useState(false);
  if (!noting && focus?.conversationId === id && focus.mode === 'note') setNoting(true);
  const { data: conversation, error, refetch, isPending } = useConversation(id);
  const backHref = listHref(view);
  if (!conversation) {
    return (
      <div data-immersive aria-busy={isPending} className="flex min-w-0 flex-1 flex-col">
        {error ? <ConversationError code={errorCode(error)} backHref={backHref} onRetry={() => void refetch()} /> : <ConversationSkeleton />}
        <SlowNotice waiting={isPending} text={t('thread.slow')} retry={t('thread.retryLoad')} onRetry={() => void refetch()} />
      </div>
    );
  }
  const name = nameOf(conversation.customer);
  const meId = me?.user.id;
  const mine = answers && conversation.owner === 'agent' && conversation.agent?.id === meId;
  const acceptable = answers && conversation.canAccept;
  const writes = answers && conversation.owner !== 'closed' && (mine || noting || draft.note !== '');
  return (
    <div data-immersive className="flex min-w-0 flex-1">
      <section aria-label={t('thread.label', { name })} className="flex min-w-0 flex-1 flex-col">
        <ThreadHead conversation={conversation} name={name} acts={acts} mine={mine} acceptable={acceptable} backHref={backHref} />
        <Thread conversation={conversation} name={name} meId={meId} />
        {writes ? <Composer conversationId={id} name={name} channel={conversation.channel} language={conversation.language} canReply={mine} /> : null}
        {mine ? null : (
          <ComposerNotice
            conversation={conversation}
            name={name}
            answers={answers}
            acceptable={acceptable}
            onNote={answers && conversation.owner !== 'closed' && !writes ? () => focusComposer(id, 'note') : null}
          />
        )}
      </section>
      <aside aria-label={t('person.label')} className="w-72 shrink-0 overflow-y-auto border-l border-line bg-surface max-xl:hidden">
        <PersonPanel conversation={conversation} name={name} meId={meId} />
      </aside>
      <PersonSheet conversation={conversation} name={name} meId={meId} />
    </div>
  );
}
