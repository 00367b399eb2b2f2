'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Article } from '@/flows/knowledge/article';
import { sharedWordings } from '@/flows/knowledge/shared-wordings';
import { wordsOf } from '@/flows/knowledge/words-of';
import { Button } from '@/lib/ui/button';
import { LONGEST_PHRASING, MOST_PHRASINGS } from '../../_logic/lengths';
import type { LocalizedFieldProps } from './field-props';
import { PhrasingRow } from './phrasing-row';

/** Other ways customers ask for the article, one a line; lines that another article has too are marked. */
export function PhrasingsField({ id, all, draft, edit, language, readOnly }: LocalizedFieldProps & { id: string; all: readonly Article[] }) {
  const t = useTranslations('articles.editor.phrasings');
  const texts = draft.phrasings[language] ?? [];
  const list = useRef<HTMLOListElement>(null);
  const focusAt = useRef<number | null>(null);
  const shared = useMemo(() => sharedWordings({ ...draft, id }, all, language), [draft, id, all, language]);
  useLayoutEffect(() => {
    if (focusAt.current === null) return;
    list.current?.querySelectorAll('input')[focusAt.current]?.focus();
    focusAt.current = null;
  });

  /** Writes the lines anew and puts the caret into one of them. */
  function change(next: readonly string[], focus: number | null): void {
    focusAt.current = focus;
    edit((content) => ({ ...content, phrasings: { ...content.phrasings, [language]: next.slice(0, MOST_PHRASINGS) } }));
  }
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= texts.length) return;
    const next = texts.toSpliced(from, 1);
    change(next.toSpliced(to, 0, texts[from] ?? ''), to);
  };
  const titleTwin = shared.get(wordsOf(draft.title[language] ?? '').join(' '));
  const twinTitle = (article: Article): string => article.title[language] ?? Object.values(article.title)[0] ?? '';

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-xs font-label text-ink-2">{t('label', { count: texts.length })}</legend>
      <p className="text-xs text-ink-3">{t(readOnly ? 'about' : 'help')}</p>
      {titleTwin ? <p role="status" className="text-xs text-caution">{t('titleShared', { title: twinTitle(titleTwin) })}</p> : null}
      <ol ref={list} className="flex flex-col gap-1.5">
        {texts.map((text, index) => {
          const twin = shared.get(wordsOf(text).join(' '));
          return (
            <PhrasingRow
              key={index}
              text={text}
              position={index + 1}
              count={texts.length}
              language={language}
              readOnly={readOnly}
              shared={twin ? { id: twin.id, title: twinTitle(twin) } : null}
              onChange={(value) => change(texts.with(index, value), null)}
              onPaste={(lines) => change(texts.toSpliced(index, text === '' ? 1 : 0, ...lines.map((line) => line.slice(0, LONGEST_PHRASING))), index + lines.length - 1)}
              onAdd={() => change(texts.toSpliced(index + 1, 0, ''), index + 1)}
              onRemove={() => change(texts.toSpliced(index, 1), Math.max(0, index - 1))}
              onMove={(by) => move(index, index + by)}
            />
          );
        })}
      </ol>
      {readOnly ? null : (
        <Button size="sm" className="self-start" icon={<Plus aria-hidden size={14} strokeWidth={1.75} />} disabledReason={texts.length >= MOST_PHRASINGS ? t('full') : undefined} onClick={() => change([...texts, ''], texts.length)}>
          {t('add')}
        </Button>
      )}
    </fieldset>
  );
}
