'use client';

import { ArrowDown, ArrowUp, TriangleAlert, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, type ClipboardEvent, type KeyboardEvent } from 'react';
import { IconButton } from '@/lib/ui/icon-button';
import { TextInput } from '@/lib/ui/text-input';
import { LONGEST_PHRASING } from '../../_logic/lengths';

export interface PhrasingRowProps {
  text: string;
  /** From 1. */
  position: number;
  count: number;
  language: string;
  readOnly: boolean;
  /** Another article that has these very words. */
  shared: { id: string; title: string } | null;
  onChange: (text: string) => void;
  /** Several lines at once. */
  onPaste: (lines: string[]) => void;
  onAdd: () => void;
  onRemove: () => void;
  onMove: (by: 1 | -1) => void;
}

/** One phrasing. Enter opens the next line, Alt and an arrow moves it, Backspace removes an empty one. */
export function PhrasingRow({ text, position, count, language, readOnly, shared, onChange, onPaste, onAdd, onRemove, onMove }: PhrasingRowProps) {
  const t = useTranslations('articles.editor.phrasings');
  const noteId = useId();

  function onKeyDown(event: KeyboardEvent): void {
    if (readOnly || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onAdd();
    else if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'Backspace' && text === '') onRemove();
    else return;
    event.preventDefault();
  }
  function pasted(event: ClipboardEvent): void {
    const lines = event.clipboardData.getData('text').split('\n').map((line) => line.trim()).filter((line) => line !== '');
    if (readOnly || lines.length < 2) return;
    event.preventDefault();
    onPaste(lines);
  }

  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-center gap-1">
        <TextInput
          lang={language}
          aria-label={t('one', { position })}
          aria-describedby={shared ? noteId : undefined}
          readOnly={readOnly}
          maxLength={LONGEST_PHRASING}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={pasted}
        />
        {readOnly ? null : (
          <>
            <IconButton size="sm" label={t('up', { position })} shortcut={t('keys.up')} disabled={position === 1} className="max-sm:hidden" onClick={() => onMove(-1)}><ArrowUp aria-hidden size={14} strokeWidth={1.75} /></IconButton>
            <IconButton size="sm" label={t('down', { position })} shortcut={t('keys.down')} disabled={position === count} className="max-sm:hidden" onClick={() => onMove(1)}><ArrowDown aria-hidden size={14} strokeWidth={1.75} /></IconButton>
            <IconButton size="sm" label={t('remove', { position })} onClick={onRemove}><X aria-hidden size={14} strokeWidth={1.75} /></IconButton>
          </>
        )}
      </div>
      {shared ? (
        <p id={noteId} className="flex gap-1.5 text-xs text-caution">
          <TriangleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
          <span>
            {t('shared')} <Link href={`/articles/${shared.id}?language=${language}`} lang={language} className="underline">{shared.title}</Link>
          </span>
        </p>
      ) : null}
    </li>
  );
}
