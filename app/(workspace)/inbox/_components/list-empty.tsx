'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/lib/ui/button';
import { buttonStyle } from '@/lib/ui/button-style';
import { EmptyState } from '@/lib/ui/empty-state';
import type { InboxCounts, ListView, Presence } from '../_logic/view-models';

export interface ListEmptyProps {
  view: ListView;
  counts: InboxCounts | undefined;
  /** Null for somebody who takes no conversations. */
  presence: Presence | null;
  onAvailable: () => void;
}

/** Why a list is empty, and what to do about it. */
export function ListEmpty({ view, counts, presence, onAvailable }: ListEmptyProps) {
  const t = useTranslations('inbox.list');
  const waiting = counts?.waiting ?? 0;
  if (view === 'waiting') {
    return (
      <EmptyState title={t('emptyWaiting.title')} actions={<Link href="/inbox" className={buttonStyle()}>{t('emptyWaiting.seeMine')}</Link>}>
        {t('emptyWaiting.text')}
      </EmptyState>
    );
  }
  const idle = presence !== null && presence !== 'available';
  return (
    <EmptyState
      title={t('emptyMine.title')}
      actions={
        idle || waiting > 0 ? (
          <>
            {idle ? <Button variant="primary" onClick={onAvailable}>{t('emptyMine.beAvailable')}</Button> : null}
            {waiting > 0 ? <Link href="/inbox?view=waiting" className={buttonStyle()}>{t('emptyMine.seeWaiting', { count: waiting })}</Link> : null}
          </>
        ) : undefined
      }
    >
      {presence === null ? t('emptyMine.watch') : idle ? t('emptyMine.away') : t('emptyMine.available')}
    </EmptyState>
  );
}
