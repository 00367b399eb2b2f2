'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useTRPC } from '@/app/_trpc/provider';
import { Button } from '@/lib/ui/button';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import type { ListView } from '../_logic/view-models';
import { useMe } from '../_state/use-me';
import { useSetPresence } from '../_state/use-set-presence';

/** Why a list is empty, and what to do about it. */
export function ListEmpty({ view }: { view: ListView }) {
  const t = useTranslations('inbox.list');
  const trpc = useTRPC();
  const { me } = useMe();
  const setPresence = useSetPresence();
  const { data: counts } = useQuery(trpc.inbox.counts.queryOptions());
  if (view === 'waiting') {
    return (
      <EmptyState title={t('emptyWaiting.title')} actions={<Link href="/inbox" className={buttonStyle()}>{t('emptyWaiting.seeMine')}</Link>}>
        {t('emptyWaiting.text')}
      </EmptyState>
    );
  }
  const presence = me?.agent?.presence ?? null;
  const waiting = counts?.waiting ?? 0;
  const idle = presence !== null && presence !== 'available';
  return (
    <EmptyState
      title={t('emptyMine.title')}
      actions={
        idle || waiting > 0 ? (
          <>
            {idle ? <Button variant="primary" onClick={() => setPresence('available')}>{t('emptyMine.beAvailable')}</Button> : null}
            {waiting > 0 ? <Link href="/inbox?view=waiting" className={buttonStyle()}>{t('emptyMine.seeWaiting', { count: waiting })}</Link> : null}
          </>
        ) : undefined
      }
    >
      {presence === null ? t('emptyMine.watch') : idle ? t('emptyMine.away') : t('emptyMine.available')}
    </EmptyState>
  );
}
