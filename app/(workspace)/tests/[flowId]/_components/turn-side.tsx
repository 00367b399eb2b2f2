'use client';

import clsx from 'clsx';
import { CornerDownRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { canonicalJson } from '@/flows/document/canonical-json';
import type { Json } from '@/flows/document/json';
import type { FlowNames } from '@/flows/nodes/flow-names';
import type { Said } from '@/flows/simulator/compare/difference';
import type { TranscriptTurn } from '@/flows/simulator/compare/turns';
import { useTurnLines } from './use-turn-lines';

interface TurnSideProps {
  title?: string;
  /** Undefined when the conversation did not come this far. */
  turn: TranscriptTurn | undefined;
  other: TranscriptTurn | undefined;
  names: FlowNames;
  tone: 'expected' | 'actual';
  /** The language of the conversation. */
  lang: string;
}

const same = (left: unknown, right: unknown): boolean => canonicalJson((left ?? null) as Json) === canonicalJson((right ?? null) as Json);

/** One turn of a conversation: what was done, what was said, which way it went. What the other side lacks is marked. */
export function TurnSide({ title, turn, other, names, tone, lang }: TurnSideProps) {
  const t = useTranslations('tests');
  const lines = useTurnLines(turn, names);
  const others = useTurnLines(other, names);
  const mark = tone === 'expected' ? 'bg-accent-tint text-accent-ink' : 'bg-stop-tint text-stop';
  const shown = (turn?.said ?? []).filter(({ text }) => text !== undefined);
  const beside = (other?.said ?? []).filter(({ text }) => text !== undefined);
  return (
    <div className="min-w-0 text-sm">
      {title === undefined ? null : <h3 className="mb-2 text-xs font-label text-ink-2">{title}</h3>}
      {turn ? (
        <>
          {turn.cause.text === undefined ? null : <Bubble from="customer" lang={lang} mark={same(turn.cause, other?.cause) ? null : mark}>{turn.cause.text}</Bubble>}
          {shown.map((said, index) => <Message key={index} said={said} lang={lang} mark={same(said, beside[index]) ? null : mark} />)}
          <ul className="mt-1.5 flex flex-col gap-0.5">
            {lines.map((line, index) => (
              <li key={index} className={clsx('flex items-start gap-2 text-xs', line === others[index] ? 'text-ink-3' : tone === 'expected' ? 'text-accent-ink' : 'text-stop')}>
                <CornerDownRight aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
                <span className="min-w-0 [overflow-wrap:anywhere]">{line}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-ink-3">{t('panel.nothing')}</p>
      )}
    </div>
  );
}

function Message({ said, lang, mark }: { said: Said; lang: string; mark: string | null }) {
  return (
    <Bubble from={said.from} lang={lang} mark={mark}>
      {said.text}
      {said.buttons && said.buttons.length > 0 ? (
        <span className="mt-1.5 flex flex-wrap gap-1">
          {said.buttons.map((label, index) => <span key={index} className="rounded-sm border border-accent-line bg-surface px-2 text-xs font-medium text-accent-ink">{label}</span>)}
        </span>
      ) : null}
    </Bubble>
  );
}

function Bubble({ from, lang, mark, children }: { from: Said['from']; lang: string; mark: string | null; children: ReactNode }) {
  const customer = from === 'customer';
  return (
    <div className={clsx('mt-1.5 flex first:mt-0', customer && 'justify-end')}>
      <p
        lang={lang}
        className={clsx(
          'max-w-[90%] rounded-lg px-3 py-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]',
          mark ?? (customer ? 'bg-sunken text-ink' : 'text-ink'),
          customer ? 'rounded-br-xs' : 'rounded-bl-xs border border-line-strong',
        )}
      >
        {children}
      </p>
    </div>
  );
}
