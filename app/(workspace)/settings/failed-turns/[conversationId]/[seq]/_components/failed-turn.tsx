'use client';

import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { PageHeader } from '@/app/_shell/page-header';
import { useTRPC } from '@/app/_trpc/provider';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { Time } from '@/lib/ui/time';
import { ListState } from '../../../../_components/list-state';
import { BackLink } from '../../../../_nav/back-link';
import { useTurnWords } from '../../../_components/use-turn-words';
import { RecordedJson } from './recorded-json';
import { TurnActDialog, type TurnAct } from './turn-act-dialog';

/** One failed turn: what happened, what was recorded, and what can be done now. */
export function FailedTurn({ conversationId, seq }: { conversationId: string; seq: number }) {
  const t = useTranslations('settings.failedTurns');
  const errors = useTranslations('errors');
  const trpc = useTRPC();
  const wordsOf = useTurnWords();
  const read = useQuery(trpc.operations.failedTurn.queryOptions({ conversationId, seq }));
  const me = useQuery(trpc.session.me.queryOptions());
  const [act, setAct] = useState<TurnAct | null>(null);
  const turn = read.data;
  const back = <BackLink href="/settings/failed-turns">{t('back')}</BackLink>;
  if (!turn) return <>{back}<PageHeader title={t('one')} /><ListState query={read} /></>;
  const { event, customer, place, step, reason } = wordsOf(turn);
  const open = turn.settled === null;
  return (
    <>
      {back}
      <PageHeader
        title={reason}
        summary={t('line', { customer, event })}
        actions={
          open ? (
            <>
              <Button onClick={() => setAct('put-aside')}>{t('putAside')}</Button>
              {turn.notPlayable === null ? <Button variant="primary" icon={<RotateCcw aria-hidden size={16} strokeWidth={1.75} />} onClick={() => setAct('replay')}>{t('replay')}</Button> : null}
            </>
          ) : null
        }
      />
      {open && turn.notPlayable ? <Banner className="mt-5" tone="info">{errors(turn.notPlayable)}</Banner> : null}
      {turn.settled ? (
        <Banner className="mt-5" tone="info">
          {t(turn.settled.how === 'replayed' ? 'replayedBy' : 'putAsideBy', { by: turn.settled.by ?? t('somebody') })} <Time at={turn.settled.at} />
        </Banner>
      ) : null}
      <dl className="mt-6 grid gap-x-6 gap-y-3 rounded-lg border border-line bg-surface p-5 text-sm sm:grid-cols-[max-content_1fr]">
        <Fact term={t('facts.when')}><Time at={turn.at} className="tabular" /></Fact>
        <Fact term={t('facts.where')}>{[place, step].filter(Boolean).join(' · ')}</Fact>
        {turn.text === null ? null : <Fact term={t('facts.said')}><q lang={turn.language} className="[overflow-wrap:anywhere]">{turn.text}</q></Fact>}
        <Fact term={t('facts.detail')}><code className="font-mono text-xs [overflow-wrap:anywhere]">{turn.reason}: {turn.detail}</code></Fact>
        <Fact term={t('facts.conversation')}>
          {me.data?.permissions.includes('inbox.read') ? <Link className="text-accent underline underline-offset-2" href={`/inbox/${encodeURIComponent(conversationId)}`}>{t('toConversation')}</Link> : <code className="font-mono text-xs [overflow-wrap:anywhere]">{conversationId}</code>}
        </Fact>
      </dl>
      <h2 className="mt-7 mb-1 text-md font-strong text-ink">{t('recorded.title')}</h2>
      <p className="mb-3 max-w-[72ch] text-sm text-ink-2">{t('recorded.text')}</p>
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        {(['event', 'facts', 'state', 'trace'] as const).map((part) => <RecordedJson key={part} title={t(`recorded.${part}`)} value={turn.recorded[part]} />)}
      </div>
      {act ? <TurnActDialog act={act} turn={turn} customer={customer} onClose={() => setAct(null)} /> : null}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3 max-sm:-mb-2 max-sm:text-xs">{term}</dt>
      <dd className="min-w-0 text-ink [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}
