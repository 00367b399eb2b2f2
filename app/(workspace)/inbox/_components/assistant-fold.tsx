'use client';
import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { formatTime } from '@/lib/i18n/format';
import { Button } from '@/lib/ui/button';
import { withoutEntry } from '../_logic/step-look';
import type { AssistantBlock } from '../_logic/thread-blocks';
import type { ConversationView } from '../_logic/view-models';
import { FoldedTurn } from './folded-turn';
import { PathSteps } from './path-steps';
import { PathTiles } from './path-tiles';

export interface AssistantFoldProps {
  block: AssistantBlock;
  flow: ConversationView['flow'];
  language: string;
  customerName: string;
  /** Shown unfolded: the assistant is still at it. */
  open: boolean;
  /** The conversation is closed. */
  over: boolean;
}

/** A stretch the assistant answered: one row; what was said and why it came here on demand. */
export function AssistantFold({ block, flow, language, customerName, open, over }: AssistantFoldProps) {
  const t = useTranslations('inbox.thread');
  const locale = useLocale();
  const [said, setSaid] = useState(open);
  const [why, setWhy] = useState(false);
  const path = useMemo(() => withoutEntry(block.path), [block.path]);
  const saidId = useId();
  const whyId = useId();
  return (
    <section className="w-full overflow-hidden rounded-lg border border-line">
      <div className="flex min-h-10 items-center">
        <button type="button" aria-expanded={said} aria-controls={saidId} onClick={() => setSaid(!said)} className="flex min-h-10 min-w-0 flex-1 items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-sunken pointer-coarse:min-h-11">
          <ChevronRight aria-hidden size={16} strokeWidth={1.75} className={clsx('shrink-0 text-ink-3 transition-transform duration-(--t-base)', said && 'rotate-90')} />
          <span className="font-medium text-ink">{t('exchanges', { count: block.exchanges })}</span>
          <span className="tabular truncate text-xs text-ink-3 max-sm:hidden">{t('span', { from: formatTime(block.from, locale), to: formatTime(block.to, locale) })}</span>
          <span className="ml-auto"><PathTiles path={path} /></span>
        </button>
        {path.length > 0 ? (
          <button type="button" aria-expanded={why} aria-controls={whyId} onClick={() => setWhy(!why)} className="min-h-10 shrink-0 px-3 text-ink-2 -outline-offset-2 hover:bg-sunken hover:text-ink max-sm:hidden pointer-coarse:min-h-11">
            {t('why')}
          </button>
        ) : null}
      </div>
      <div id={whyId} role="group" aria-label={t('whyLabel')} hidden={!why}>{why ? <PathSteps path={path} flow={flow} over={over} /> : null}</div>
      <div id={saidId} hidden={!said}>
        {said ? (
          <div className="flex flex-col gap-2 border-t border-line px-3.5 py-3">
            {path.length > 0 ? (
              <Button size="sm" aria-expanded={why} aria-controls={whyId} onClick={() => setWhy(!why)} className="self-start sm:hidden">{t('whyLabel')}</Button>
            ) : null}
            {block.items.map((item) => (item.kind === 'message' ? <FoldedTurn key={item.seq} message={item} language={language} customerName={customerName} /> : null))}
          </div>
        ) : null}
      </div>
    </section>
  );
}
