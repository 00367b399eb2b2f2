'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { pickText } from '@/flows/document/localized-text';
import type { Article, ArticleContent } from '@/flows/knowledge/article';
import { rankArticles } from '@/flows/knowledge/rank-articles';
import { searchKnowledge } from '@/flows/knowledge/search-knowledge';
import { Field } from '@/lib/ui/field';
import { TextInput } from '@/lib/ui/text-input';
import { useClock } from '@/lib/ui/use-clock';
import { useIndex } from '../../_search/use-index';
import { ChatLook } from './chat-look';
import { Nearness } from './nearness';
import { PreviewVerdict } from './preview-verdict';
import { useSettled } from './use-settled';

/** Candidates that the assistant offers, and articles whose nearness is shown. */
const OFFERED = 3;
const SHOWN = 5;
/** Milliseconds after the last key before the articles are searched anew. */
const QUIET_MS = 250;

export interface PreviewPanelProps {
  id: string;
  draft: ArticleContent;
  all: readonly Article[];
  language: string;
  /** Of the workspace: what is said where a text is missing. */
  languages: readonly string[];
  archived: boolean;
}

/** What a customer who asks would get: the search of conversations, over all articles, with what is written and not saved yet. */
export function PreviewPanel({ id, draft, all, language, languages, archived }: PreviewPanelProps) {
  const t = useTranslations('articles.preview');
  const [query, setQuery] = useState('');
  const now = useClock(60_000);
  const settled = useSettled(draft, QUIET_MS);
  const articles = useMemo(() => [...all.filter((article) => article.id !== id), ...(archived ? [] : [{ ...settled, id, revision: 0 }])], [all, id, settled, archived]);
  const index = useIndex(articles, language);
  const asked = query.trim();
  const found = useMemo(
    () => (index && asked !== '' ? { ...searchKnowledge(index, asked, { now, limit: OFFERED }), ranked: rankArticles(index, asked, now).slice(0, SHOWN) } : null),
    [index, asked, now],
  );
  const textOf = (wanted: string, what: 'title' | 'answer'): string => pickText((wanted === id ? draft : all.find((article) => article.id === wanted))?.[what], language, languages);

  return (
    <aside aria-label={t('label')} className="shrink-0 border-t border-line bg-sunken px-4 py-5 md:px-6 lg:w-100 lg:overflow-y-auto lg:border-t-0 lg:border-l">
      <h2 className="text-lg font-strong text-ink">{t('title')}</h2>
      <Field className="mt-3" label={t('ask')} help={t('help')}>
        {(control) => <TextInput {...control} lang={language} type="search" autoComplete="off" placeholder={textOf(id, 'title')} value={query} onChange={(event) => setQuery(event.target.value)} />}
      </Field>
      <div className="mt-4 flex flex-col gap-4">
        <PreviewVerdict asked={asked !== ''} found={found} own={id} titleOf={(wanted) => textOf(wanted, 'title')} language={language} />
        {found ? (
          <ChatLook
            language={language}
            question={asked}
            answer={found.outcome === 'answered' ? textOf(found.candidates[0]?.id ?? '', 'answer') : null}
            offered={found.outcome === 'unsure' ? found.candidates.map((candidate) => textOf(candidate.id, 'title')) : []}
          />
        ) : asked === '' ? (
          <ChatLook language={language} question={textOf(id, 'title')} answer={textOf(id, 'answer')} offered={[]} />
        ) : null}
        {found && found.ranked.length > 0 ? <Nearness ranked={found.ranked} own={id} titleOf={(wanted) => textOf(wanted, 'title')} language={language} /> : null}
      </div>
    </aside>
  );
}
