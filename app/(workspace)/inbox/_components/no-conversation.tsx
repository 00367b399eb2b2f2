'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTRPC } from '@/app/_trpc/provider';
import { EmptyState } from '@/lib/ui/empty-state';
import { useInboxView } from '../_state/use-inbox-view';
import { ListEmpty } from './list-empty';

/** From here on the list and a thread stand side by side. */
const SIDE_BY_SIDE = '(min-width: 900px)';

/** No conversation is open: the first of one's own opens by itself where there is room; else how things stand. */
export function NoConversation() {
  const t = useTranslations('inbox.thread');
  const trpc = useTRPC();
  const router = useRouter();
  const { view, conversationHref } = useInboxView();
  const { data: counts } = useQuery(trpc.inbox.counts.queryOptions());
  const { data: rows } = useQuery(trpc.inbox.list.queryOptions({ view }));
  const first = view === 'mine' ? rows?.[0]?.id : undefined;
  const target = first === undefined ? null : conversationHref(first);
  useEffect(() => {
    if (target !== null && window.matchMedia(SIDE_BY_SIDE).matches) router.replace(target);
  }, [router, target]);
  return <div className="flex flex-1 flex-col justify-center">{counts && rows && first === undefined ? explain() : null}</div>;

  function explain() {
    if (counts && counts.offered > 0) return <EmptyState title={t('offeredTitle', { count: counts.offered })}>{t('offeredText', { count: counts.offered })}</EmptyState>;
    if (rows?.length === 0) return <ListEmpty view={view} />;
    return <EmptyState title={t('noneTitle')}>{t('noneText', { count: counts?.mine ?? 0, waiting: counts?.waiting ?? 0 })}</EmptyState>;
  }
}
