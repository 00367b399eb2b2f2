'use client';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ConversationRow as Row, ListView } from '../_logic/view-models';
import { useStableRows } from '../_state/use-stable-rows';
import { ConversationRow } from './conversation-row';

export interface ConversationListProps {
  view: ListView;
  rows: readonly Row[];
  openId: string | null;
  href: (id: string) => string;
}

/** The rows of a list. Nothing moves under the pointer: new ones wait behind a button while the list is pointed at or scrolled. */
export function ConversationList({ view, rows, openId, href }: ConversationListProps) {
  const t = useTranslations('inbox.list');
  const scroller = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const { places, held, showHeld } = useStableRows(rows, pointed || scrolled);
  return (
    <div className="relative min-h-0 flex-1">
      {held > 0 ? (
        <button
          type="button"
          aria-label={t('showHeld', { count: held })}
          className="absolute -top-3.5 left-1/2 z-10 inline-flex min-h-7 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3 text-xs font-medium text-on-accent shadow-float hover:bg-accent-hover"
          onClick={() => {
            scroller.current?.scrollTo({ top: 0 });
            showHeld();
          }}
        >
          <ArrowUp aria-hidden size={14} strokeWidth={1.75} />
          {t('held', { count: held })}
        </button>
      ) : null}
      <div
        ref={scroller}
        className="h-full overflow-y-auto"
        onPointerEnter={(event) => setPointed(event.pointerType === 'mouse')}
        onPointerLeave={() => setPointed(false)}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 4)}
      >
        <ul aria-label={t('label', { view })}>
          {places.map(({ id, row, gone }) => (
            <ConversationRow key={id} row={row} href={href(id)} open={id === openId} gone={gone} />
          ))}
        </ul>
      </div>
    </div>
  );
}
