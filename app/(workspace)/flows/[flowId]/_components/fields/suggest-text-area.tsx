'use client';

import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FieldControl } from '@/lib/ui/field';
import { TextArea } from '@/lib/ui/text-area';
import type { Suggestion, Suggestions } from '../../_form/suggestion';
import { SuggestionList } from './suggestion-list';

interface SuggestTextAreaProps {
  control: Partial<FieldControl> & { 'aria-label'?: string };
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  /** What can stand at the caret; null while there is nothing to offer. */
  suggest: (value: string, caret: number) => Suggestions | null;
  /** Part of the text that is wrong: underlined. */
  fault?: { at: number; until: number } | undefined;
  readOnly: boolean;
  rows?: number;
  maxLength?: number;
  lang?: string;
  /** Written by the program's rules, not by those of a language. */
  code?: boolean;
}

/**
 * A text area that offers what can be written at the caret: arrows choose, Enter or Tab take, Escape declines, Ctrl and
 * Space ask for it.
 */
export function SuggestTextArea({ control, value, onChange, onBlur, suggest, fault, readOnly, rows = 2, maxLength, lang, code = false }: SuggestTextAreaProps) {
  const t = useTranslations('studio.suggest');
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [offered, setOffered] = useState<Suggestions | null>(null);
  const [active, setActive] = useState(0);
  const list = useId();

  useLayoutEffect(() => {
    // What was taken has just been written: the caret goes where one types on.
    if (caret.current === null) return;
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  const offer = (text: string, at: number) => {
    setActive(0);
    setOffered(readOnly ? null : suggest(text, at));
  };
  const take = ({ insert, back = 0 }: Suggestion) => {
    if (!offered) return;
    const next = value.slice(0, offered.from) + insert + value.slice(offered.to);
    const at = offered.from + insert.length - back;
    if (maxLength !== undefined && next.length > maxLength) return;
    caret.current = at;
    setOffered(null);
    onChange(next);
    area.current?.focus();
    // A comma or a bracket may be followed by more.
    if (back > 0) setTimeout(() => offer(next, at), 0);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      offer(value, event.currentTarget.selectionStart);
      return;
    }
    const item = offered?.items[active];
    if (!offered || !item) return;
    const count = offered.items.length;
    if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(item);
    else if (event.key === 'Escape') setOffered(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="relative">
      <TextArea
        {...control}
        ref={area}
        lang={lang}
        rows={rows}
        maxLength={maxLength}
        readOnly={readOnly}
        value={value}
        spellCheck={!code}
        autoCapitalize={code ? 'none' : undefined}
        className={clsx(code && 'font-mono text-sm')}
        aria-autocomplete="list"
        aria-controls={offered ? list : undefined}
        aria-activedescendant={offered ? `${list}-${active}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          offer(event.target.value, event.target.selectionStart);
        }}
        onClick={() => setOffered(null)}
        onBlur={() => {
          setOffered(null);
          onBlur();
        }}
        onKeyDown={onKeyDown}
      />
      {fault && (
        // The same text behind the field, unseen but for the line under what is wrong.
        <div aria-hidden className={clsx('pointer-events-none absolute inset-0 overflow-hidden border border-transparent px-2.5 py-1.5 [overflow-wrap:break-word] whitespace-pre-wrap text-transparent', code ? 'font-mono text-sm' : 'text-md')}>
          {value.slice(0, fault.at)}
          <span data-fault className="underline decoration-stop-fill decoration-wavy decoration-1 underline-offset-2">{value.slice(fault.at, fault.until)}</span>
        </div>
      )}
      <span role="status" className="sr-only">{offered ? t('count', { count: offered.items.length }) : ''}</span>
      {offered && <SuggestionList id={list} label={t('label')} items={offered.items} active={active} onPick={take} onActive={setActive} />}
    </div>
  );
}
