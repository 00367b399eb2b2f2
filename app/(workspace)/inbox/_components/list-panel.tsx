'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { errorCode } from '@/app/_trpc/error-code';
import { useTRPC } from '@/app/_trpc/provider';
import { ErrorMessage } from '@/lib/ui/error-message';
import type { ConversationRow } from '../_logic/view-models';
import { useActsContext } from '../_state/acts-context';
import { useInboxView } from '../_state/use-inbox-view';
import { ConversationList } from './conversation-list';
import { ListEmpty } from './list-empty';
import { ListSkeleton } from './list-skeleton';
import { OfferCard } from './offer-card';
import { SlowNotice } from './slow-notice';
import { ViewNav } from './view-nav';

/** One list: what is offered on top, then the rows; or why there are none. */
export function ListPanel({ offered }: { offered: readonly ConversationRow[] }) {
  const t = useTranslations('inbox');
  const trpc = useTRPC();
  const acts = useActsContext();
  const { view, openId, listHref, conversationHref } = useInboxView();
  const { data: counts } = useQuery(trpc.inbox.counts.queryOptions());
  const { data: rows, error, isPending, refetch } = useQuery(trpc.inbox.list.queryOptions({ view }));
  const { data: open } = useQuery(trpc.inbox.conversation.queryOptions({ id: openId ?? '' }, { enabled: openId !== null }));
  // One primary act: A accepts the open conversation if it can be accepted, else the first offer.
  const acceptsOpen = open?.canAccept ?? false;
  const offers = new Set(offered.map((row) => row.id));
  const below = rows?.filter((row) => !offers.has(row.id)) ?? [];
  return (
    <div aria-busy={isPending} className="flex min-h-0 flex-1 flex-col">
      <h2 className="flex min-h-13 shrink-0 items-center gap-2.5 border-b border-line px-3.5 text-md font-strong text-ink max-lg:sr-only">
        {t(`views.${view}`)}
        <span className="tabular text-sm font-regular text-ink-3">{counts?.[view] ?? ''}</span>
      </h2>
      <div className="border-b border-line lg:hidden"><ViewNav layout="row" view={view} counts={counts} href={listHref} /></div>
      {offered.length > 0 ? (
        <div className="max-h-1/2 shrink-0 space-y-2 overflow-y-auto border-b border-line p-2 max-md:space-y-0 max-md:p-0">
          {offered.map((row, index) => <OfferCard key={row.id} row={row} href={conversationHref(row.id)} acts={acts} first={index === 0 && !acceptsOpen} />)}
        </div>
      ) : null}
      {error && !rows ? <ErrorMessage code={errorCode(error)} onRetry={() => void refetch()} className="m-3" /> : null}
      {isPending ? <ListSkeleton /> : null}
      <SlowNotice waiting={isPending} text={t('list.slow')} retry={t('list.retry')} onRetry={() => void refetch()} />
      {rows && below.length === 0 && offered.length === 0 ? (
        <>
          {/* On a phone the list is the page; elsewhere the pane beside it has the room to explain. */}
          <div className="min-h-0 flex-1 overflow-y-auto md:hidden"><ListEmpty view={view} /></div>
          <p className="px-3.5 py-3 text-ink-3 max-md:hidden">{t(view === 'waiting' ? 'list.emptyWaiting.title' : 'list.emptyMine.title')}</p>
        </>
      ) : null}
      {below.length > 0 ? <ConversationList key={view} view={view} rows={below} openId={openId} href={conversationHref} /> : null}
    </div>
  );
}
