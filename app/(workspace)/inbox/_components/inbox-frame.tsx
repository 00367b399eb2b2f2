'use client';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useMemo, type ReactNode } from 'react';
import { useTRPC } from '@/app/_trpc/provider';
import { neighbour } from '../_logic/neighbour';
import type { Shortcut } from '../_logic/shortcut';
import type { ConversationRow } from '../_logic/view-models';
import { ActsContext } from '../_state/acts-context';
import { usePanelStore } from '../_state/panel-store';
import { SenderContext } from '../_state/sender-context';
import { useActs } from '../_state/use-acts';
import { useCustomerName } from '../_state/use-customer-name';
import { useInboxView } from '../_state/use-inbox-view';
import { useLiveInbox } from '../_state/use-live-inbox';
import { useMe } from '../_state/use-me';
import { useSender } from '../_state/use-sender';
import { useShortcuts } from '../_state/use-shortcuts';
import { InboxTopBar } from './inbox-top-bar';
import { ListPanel } from './list-panel';
import { OfferAnnouncer } from './offer-announcer';
import { ViewNav } from './view-nav';

const NONE: ConversationRow[] = [];

/** The inbox around every conversation: lists, offers, live updates, keys. One column at a time on a phone. */
export function InboxFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('inbox');
  const trpc = useTRPC();
  const { view, openId, listHref } = useInboxView();
  const { answers } = useMe();
  const acts = useActs();
  const sender = useSender();
  useLiveInbox();
  const { data: counts } = useQuery(trpc.inbox.counts.queryOptions());
  const { data: offered = NONE } = useQuery(trpc.inbox.list.queryOptions({ view: 'offered' }, { enabled: answers }));
  useInboxKeys(offered, acts);
  const open = openId !== null;
  return (
    <ActsContext value={acts}>
      <SenderContext value={sender}>
        <OfferAnnouncer offered={offered} />
        {open ? <h1 className="sr-only md:hidden">{t('title')}</h1> : null}
        <div className={clsx('contents', open && 'max-md:hidden')}>
          <InboxTopBar />
        </div>
        <div className="flex min-h-0 flex-1">
          <div className="w-44 shrink-0 border-r border-line bg-surface max-lg:hidden"><ViewNav layout="column" view={view} counts={counts} href={listHref} /></div>
          <section aria-label={t('views.label')} className={clsx('flex w-78 shrink-0 flex-col border-r border-line bg-surface max-md:w-full max-md:border-r-0', open && 'max-md:hidden')}>
            <ListPanel offered={offered} />
          </section>
          <div className={clsx('flex min-w-0 flex-1 bg-bg', !open && 'max-md:hidden')}>{children}</div>
        </div>
      </SenderContext>
    </ActsContext>
  );
}

/** What the letters do: they act on the open conversation, A also on the first offer. */
function useInboxKeys(offered: readonly ConversationRow[], acts: ReturnType<typeof useActs>): void {
  const trpc = useTRPC();
  const router = useRouter();
  const nameOf = useCustomerName();
  const { view, openId, conversationHref } = useInboxView();
  const { me, answers } = useMe();
  const { focusComposer, setClosing } = usePanelStore.getState();
  const { data: rows = NONE } = useQuery(trpc.inbox.list.queryOptions({ view }));
  const { data: conversation } = useQuery(trpc.inbox.conversation.queryOptions({ id: openId ?? '' }, { enabled: openId !== null }));
  const ids = useMemo(() => [...new Set([...offered, ...rows].map((row) => row.id))], [offered, rows]);
  useShortcuts((key: Shortcut) => {
    if (key === 'next' || key === 'previous') {
      const id = neighbour(ids, openId, key === 'next' ? 1 : -1);
      if (id !== null && id !== openId) router.push(conversationHref(id));
      return;
    }
    if (!answers) return;
    const first = offered[0];
    const mine = conversation?.owner === 'agent' && conversation.agent?.id === me?.user.id;
    if (key === 'accept' && acts.busy === null) {
      if (conversation?.canAccept) acts.accept(conversation.id, nameOf(conversation.customer));
      else if (first) acts.accept(first.id, nameOf(first.customer));
    }
    if (key === 'reply' && mine) focusComposer(conversation.id, 'reply');
    if (key === 'note' && conversation && conversation.owner !== 'closed') focusComposer(conversation.id, 'note');
    if (key === 'close' && mine) setClosing(true);
  });
}
