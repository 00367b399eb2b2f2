'use client';

import { clsx } from 'clsx';
import { LogOut, MoreHorizontal, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/lib/ui/button';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu } from '@/lib/ui/menu';
import { useSimulator } from '../../_state/simulator-context';
import { ChatLog } from './chat-log';
import { Composer } from './composer';
import { EventDialog } from './event-dialog';
import { useTriggerEntries, type EventTrigger } from './trigger-entries';

/** The chat as the customer sees it, with what she can do. */
export function CustomerPane({ business, framed = false }: { business: string; framed?: boolean }) {
  const t = useTranslations('simulate.customer');
  const { state, act } = useSimulator();
  const { status, handoff } = state.session;
  const [told, setTold] = useState<EventTrigger | null>(null);
  const triggers = useTriggerEntries(setTold);
  const head = state.agent !== null ? 'withAgent' : status !== 'active' ? 'over' : handoff !== null ? 'queued' : 'head';
  return (
    <section aria-label={t('label')} className={clsx('flex min-h-0 flex-1 flex-col', framed && 'p-4')}>
      <div className={clsx('flex min-h-0 flex-1 flex-col overflow-hidden bg-surface', framed && 'rounded-[20px] border border-line-strong')}>
        <div className="flex min-h-16 shrink-0 items-center gap-3 border-b border-line px-4">
          <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-lg bg-ink text-sm font-strong text-bg">{[...business][0]}</span>
          <div className="min-w-0 flex-1">
            <p className="truncate text-md font-strong text-ink">{business}</p>
            <p className="truncate text-xs text-ink-2">{t(head)}</p>
          </div>
          <Menu
            trigger={<IconButton label={t('more')}><MoreHorizontal aria-hidden size={16} strokeWidth={1.75} /></IconButton>}
            entries={[...triggers, ...(triggers.length > 0 ? [{ kind: 'separator' as const, key: 'line' }] : []), { key: 'leave', label: t('leave'), icon: <LogOut aria-hidden size={16} strokeWidth={1.75} />, disabled: state.session.seq === 0 || status !== 'active', onSelect: () => act({ customer: 'left' }) }]}
          />
        </div>
        <ChatLog begin={triggers.length > 0 && state.entries.length === 0 ? <Menu align="start" trigger={<Button icon={<Zap aria-hidden size={16} strokeWidth={1.75} />}>{t('trigger')}</Button>} entries={triggers} /> : null} />
        <Composer />
      </div>
      {told ? <EventDialog trigger={told} onClose={() => setTold(null)} /> : null}
    </section>
  );
}
