'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Article } from '@/flows/knowledge/article';
import type { ArticleView } from '@/lib/api/view-models';
import { Banner } from '@/lib/ui/banner';
import { Button } from '@/lib/ui/button';
import { ErrorMessage } from '@/lib/ui/error-message';
import { AnswerField } from '../_fields/answer-field';
import { PhrasingsField } from '../_fields/phrasings-field';
import { TagsField } from '../_fields/tags-field';
import { TitleField } from '../_fields/title-field';
import { ValidityField } from '../_fields/validity-field';
import { PreviewPanel } from '../_preview/preview-panel';
import { ArchivedBanner } from './archived-banner';
import { ArticleBar } from './article-bar';
import { ClashPanel } from './clash-panel';
import { LanguageTabs } from './language-tabs';
import { useArticleDraft } from './use-article-draft';

export interface ArticleEditorProps {
  view: ArticleView;
  /** Every article of the workspace that is not archived. */
  all: readonly Article[];
  /** Of the workspace, the default first. */
  languages: readonly string[];
  /** The language to open it in, if it is one of them. */
  wanted: string;
  readOnly: boolean;
}

/** An article at work: its texts by language left, and right what a customer who asks would get. */
export function ArticleEditor({ view, all, languages, wanted, readOnly }: ArticleEditorProps) {
  const t = useTranslations('articles.editor');
  const article = useArticleDraft(view);
  const { draft, edit, stored } = article;
  const spoken = [...new Set([...languages, ...Object.keys(draft.title), ...Object.keys(draft.answer), ...Object.keys(draft.phrasings)])];
  const [language, setLanguage] = useState(() => spoken.find((candidate) => candidate === wanted) ?? spoken[0] ?? 'en');
  const reversed = draft.validFrom !== null && draft.validTo !== null && draft.validFrom >= draft.validTo;
  const blocked = reversed ? t('blocked.dates') : article.clashes.length > 0 ? t('blocked.clash') : undefined;

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (readOnly || event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    if (article.dirty && blocked === undefined) void article.save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const id = stored.article.id;
  const shared = { draft, edit, language, readOnly };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ArticleBar article={article} languages={spoken} readOnly={readOnly} blocked={blocked} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto lg:flex-row lg:overflow-hidden">
        <div className="min-w-0 flex-1 px-4 pt-5 pb-10 md:px-10 lg:overflow-y-auto">
          <div className="flex max-w-160 flex-col gap-6">
            {article.fault ? <ErrorMessage code={article.fault} onRetry={() => void article.save()} /> : null}
            {stored.archived ? <ArchivedBanner article={article} readOnly={readOnly} /> : null}
            {article.clashes.length > 0 ? <ClashPanel article={article} /> : null}
            {article.restored && article.clashes.length === 0 ? (
              <Banner title={t('restored.title')} action={<Button size="sm" onClick={article.discard}>{t('restored.discard')}</Button>}>{t('restored.text')}</Banner>
            ) : null}
            <LanguageTabs languages={spoken} draft={draft} language={language} onLanguage={setLanguage} />
            <TitleField {...shared} />
            <AnswerField {...shared} />
            <PhrasingsField key={language} {...shared} id={id} all={all} />
            <TagsField draft={draft} edit={edit} readOnly={readOnly} known={all.flatMap(({ tags }) => tags)} />
            <ValidityField draft={draft} edit={edit} readOnly={readOnly} />
          </div>
        </div>
        <PreviewPanel id={id} draft={draft} all={all} language={language} languages={languages} archived={stored.archived} />
      </div>
    </div>
  );
}
