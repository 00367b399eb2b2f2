'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorMessage } from '@/lib/ui/error-message';
import { useTRPC } from '../../../../../_trpc/provider';
import { ListState } from '../../../_components/list-state';
import { BackLink } from '../../../_nav/back-link';
import { WidgetEditor } from './widget-editor';

/** One chat, once it is read. */
export function WidgetPage({ connectionId }: { connectionId: string }) {
  const t = useTranslations('settings.widget');
  const trpc = useTRPC();
  const list = useQuery(trpc.widget.list.queryOptions());
  const chat = list.data?.connections.find(({ id }) => id === connectionId);
  return (
    <>
      <BackLink href="/settings/widget">{t('back')}</BackLink>
      {chat && list.data ? (
        <WidgetEditor key={chat.id} chat={chat} flows={list.data.flows} workspace={list.data.workspace} />
      ) : (
        <>
          <h1 className="display-2 text-ink">{t('title')}</h1>
          <ListState query={list} />
          {list.data ? <ErrorMessage className="mt-6" code="connection-gone" /> : null}
        </>
      )}
    </>
  );
}
