'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { fallbackChain, pickText } from '@/flows/document/localized-text';
import type { ArticleCard } from '@/lib/api/view-models';
import { Avatar } from '@/lib/ui/avatar';
import { Chip } from '@/lib/ui/chip';
import { Table } from '@/lib/ui/table';
import { Time } from '@/lib/ui/time';
import { LanguageMarks } from './language-marks';
import { ValidityChip } from './validity-chip';

const TAGS = 3;

/** One row an article: what it answers, in which languages, until when, and who changed it last. */
export function ArticlesTable({ articles, languages }: { articles: readonly ArticleCard[]; languages: readonly string[] }) {
  const t = useTranslations('articles');
  return (
    <Table
      caption={t('title')}
      rows={articles}
      rowKey={({ id }) => id}
      rowHeight={52}
      columns={[
        { key: 'title', header: t('columns.title'), cell: (article) => <Title article={article} languages={languages} /> },
        { key: 'languages', header: t('columns.languages'), secondary: true, width: '16%', cell: (article) => <LanguageMarks article={article} languages={languages} /> },
        { key: 'validity', header: t('columns.validity'), secondary: true, width: '18%', cell: (article) => <ValidityChip article={article} /> },
        { key: 'changed', header: t('columns.changed'), secondary: true, width: '16%', cell: (article) => <Changed article={article} /> },
      ]}
    />
  );
}

function Title({ article, languages }: { article: ArticleCard; languages: readonly string[] }) {
  const t = useTranslations('articles');
  const locale = useLocale();
  const language = fallbackChain(locale, languages).find((candidate) => (article.title[candidate] ?? '').trim() !== '');
  const title = pickText(article.title, locale, languages);
  return (
    <div className="min-w-0 py-1">
      {/* The link covers its whole row, so that a row is one target. */}
      <Link href={`/articles/${article.id}`} lang={language} className="text-md font-strong text-ink [overflow-wrap:anywhere] after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent">
        {title === '' ? t('untitled') : title}
      </Link>
      <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        <span className="tabular">{t('phrasings', { count: article.phrasings })}</span>
        {article.tags.slice(0, TAGS).map((tag) => <Chip key={tag} tone="sunken"><span lang="">{tag}</span></Chip>)}
        {article.tags.length > TAGS ? <span className="tabular">{t('moreTags', { count: article.tags.length - TAGS })}</span> : null}
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-2 md:hidden">
        <LanguageMarks article={article} languages={languages} />
        <ValidityChip article={article} />
      </div>
    </div>
  );
}

function Changed({ article }: { article: ArticleCard }) {
  const t = useTranslations('articles');
  return (
    <span className="inline-flex items-center gap-2 text-ink-2">
      {article.updatedBy ? <Avatar name={article.updatedBy.name} size={24} label={t('by', { name: article.updatedBy.name })} /> : null}
      <Time at={article.updatedAt} className="tabular" />
    </span>
  );
}
