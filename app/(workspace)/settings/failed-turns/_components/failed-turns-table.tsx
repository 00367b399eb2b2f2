'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { FailedTurnRow } from '@/lib/api/view-models';
import { Chip } from '@/lib/ui/chip';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import { useTurnWords } from './use-turn-words';

/** One row a failed turn; the whole row leads to what was recorded of it. */
export function FailedTurnsTable({ turns }: { turns: readonly FailedTurnRow[] }) {
  const t = useTranslations('settings.failedTurns');
  const wordsOf = useTurnWords();
  return (
    <Table
      caption={t('title')}
      rows={turns}
      rowKey={({ conversationId, seq }) => `${conversationId} ${seq}`}
      rowHeight={72}
      columns={[
        {
          key: 'turn', header: t('columns.turn'),
          cell: (turn) => {
            const { event, customer, place, step, reason } = wordsOf(turn);
            return (
              <div className="min-w-0">
                <Link href={`/settings/failed-turns/${encodeURIComponent(turn.conversationId)}/${turn.seq}`} className="font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">{reason}</Link>
                <p className="mt-0.5 text-xs text-ink-3 [overflow-wrap:anywhere]">{t('line', { customer, event })}</p>
                <div className="mt-1 space-y-1 text-xs text-ink-2 md:hidden">
                  <p className="[overflow-wrap:anywhere]">{[place, step].filter(Boolean).join(' · ')}</p>
                  <p className="flex flex-wrap items-center gap-2"><Time at={turn.at} className="tabular text-ink-3" /><Settled turn={turn} /></p>
                </div>
              </div>
            );
          },
        },
        {
          key: 'place', header: t('columns.place'), secondary: true, width: '30%',
          cell: (turn) => {
            const { place, step } = wordsOf(turn);
            return (
              <div className="[overflow-wrap:anywhere]">
                <p className="text-ink-2">{place}</p>
                {step ? <p className="text-xs text-ink-3">{step}</p> : null}
              </div>
            );
          },
        },
        { key: 'state', header: t('columns.state'), secondary: true, width: '18%', cell: (turn) => <Settled turn={turn} /> },
        { key: 'when', header: t('columns.when'), secondary: true, width: '14%', align: 'right', cell: ({ at }) => <Time at={at} className="tabular text-ink-2" /> },
      ]}
    />
  );
}

function Settled({ turn: { settled } }: { turn: FailedTurnRow }) {
  const t = useTranslations('settings.failedTurns.how');
  if (!settled) return <Chip tone="caution">{t('open')}</Chip>;
  return <Chip>{t(settled.how)}</Chip>;
}
