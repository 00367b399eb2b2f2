'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ArticleCard } from '@/lib/api/view-models';
import { Button } from '@/lib/ui/button';
import { EmptyState } from '@/lib/ui/empty-state';
import { SearchInput } from '@/lib/ui/search-input';
import { Select } from '@/lib/ui/select';
import { useHotkey } from '../../../_shell/use-hotkey';
import { matchesArticle } from '../_logic/matches-article';
import { ArticlesTable } from './articles-table';
import { NewArticle } from './new-article';

const ANY = 'any';

export interface ArticlesListProps {
  articles: readonly ArticleCard[];
  languages: readonly string[];
  mayEdit: boolean;
  archived?: boolean;
}

/** Articles by title and tag, the one changed last first. */
export function ArticlesList({ articles, languages, mayEdit, archived = false }: ArticlesListProps) {
  const t = useTranslations('articles');
  const [query, setQuery] = useState('');
  const [tag, setTag] = useState(ANY);
  const search = useRef<HTMLInputElement>(null);
  useHotkey('/', () => search.current?.focus());

  const tags = [...new Set(articles.flatMap((article) => article.tags))].sort((a, b) => a.localeCompare(b));
  const shown = articles.filter((article) => matchesArticle(article, query) && (tag === ANY || article.tags.includes(tag)));
  const clear = (): void => {
    setQuery('');
    setTag(ANY);
  };

  if (articles.length === 0) {
    return (
      <div className="mt-4 rounded-lg border border-line bg-surface py-10">
        {archived ? (
          <EmptyState title={t('emptyArchive.title')}>{t('emptyArchive.text')}</EmptyState>
        ) : (
          <EmptyState drawing="card" title={t(mayEdit ? 'empty.title' : 'emptyReader.title')} actions={mayEdit ? <NewArticle languages={languages} /> : null}>
            {t(mayEdit ? 'empty.text' : 'emptyReader.text')}
          </EmptyState>
        )}
      </div>
    );
  }
  return (
    <>
      <div className="mt-4 mb-3 flex flex-wrap gap-2">
        <search className="w-full sm:w-75">
          <SearchInput ref={search} label={t('search')} shortcut={t('searchHint')} value={query} onValueChange={setQuery} />
        </search>
        {tags.length > 0 ? (
          <Select className="sm:w-52" aria-label={t('tag')} value={tag} onValueChange={setTag} options={[{ value: ANY, label: t('anyTag') }, ...tags.map((value) => ({ value, label: value }))]} />
        ) : null}
      </div>
      {shown.length > 0 ? (
        <ArticlesTable articles={shown} languages={languages} />
      ) : (
        <EmptyState drawing="search" title={t('none.title', { query: query === '' ? tag : query })} actions={<Button onClick={clear}>{t('none.action')}</Button>}>
          {t('none.text', { count: articles.length })}
        </EmptyState>
      )}
    </>
  );
}
