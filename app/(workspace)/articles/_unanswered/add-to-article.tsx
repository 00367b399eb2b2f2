'use client';

import { ListPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { pickText } from '@/flows/document/localized-text';
import type { ArticleCard, UnansweredCard } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { Popover } from '@/lib/ui/popover';
import { SearchInput } from '@/lib/ui/search-input';
import { matchesArticle } from '../_logic/matches-article';
import { useNearest } from './use-nearest';

const SHOWN = 8;

export interface AddToArticleProps {
  question: UnansweredCard;
  articles: readonly ArticleCard[];
  languages: readonly string[];
  busy: boolean;
  onAdd: (id: string, title: string) => void;
}

/** The articles the question may belong to, the nearest first; choosing one makes it a phrasing there. */
export function AddToArticle({ question, articles, languages, busy, onAdd }: AddToArticleProps) {
  const t = useTranslations('articles.unanswered');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('choose')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-90"
      trigger={<Button size="sm" icon={<ListPlus aria-hidden size={14} strokeWidth={1.75} />} busy={busy}>{t('add')}</Button>}
    >
      <Choice question={question} articles={articles} languages={languages} onAdd={(id, title) => {
        setOpen(false);
        onAdd(id, title);
      }} />
    </Popover>
  );
}

function Choice({ question, articles, languages, onAdd }: Omit<AddToArticleProps, 'busy'>) {
  const t = useTranslations('articles.unanswered');
  const list = useTranslations('articles');
  const locale = useLocale();
  const [query, setQuery] = useState('');
  const nearest = useNearest(question);
  const rank = (id: string): number => (nearest.includes(id) ? nearest.indexOf(id) : nearest.length);
  const found = articles.filter((article) => matchesArticle(article, query)).sort((a, b) => rank(a.id) - rank(b.id));
  return (
    <div className="flex flex-col gap-2">
      <SearchInput autoFocus label={list('search')} value={query} onValueChange={setQuery} />
      <p className="px-1 text-xs text-ink-3">{found.length > 0 ? t('nearest') : t('noArticle')}</p>
      <ul className="flex max-h-72 flex-col overflow-y-auto">
        {found.slice(0, SHOWN).map((article) => {
          const title = pickText(article.title, locale, languages);
          return (
            <li key={article.id}>
              <button type="button" onClick={() => onAdd(article.id, title)} className="min-h-8 w-full rounded-sm px-2 py-1.5 text-left text-sm text-ink outline-offset-[-2px] hover:bg-sunken pointer-coarse:min-h-11">
                <span lang={article.title[locale] === undefined ? (Object.keys(article.title)[0] ?? '') : locale}>{title === '' ? list('untitled') : title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
