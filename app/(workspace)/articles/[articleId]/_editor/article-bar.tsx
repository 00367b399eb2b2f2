'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive, Ellipsis, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { fallbackChain, pickText } from '@/flows/document/localized-text';
import { Button } from '@/lib/ui/button';
import { Chip } from '@/lib/ui/chip';
import { IconButton } from '@/lib/ui/icon-button';
import { Menu, type MenuEntry } from '@/lib/ui/menu';
import { toast } from '@/lib/ui/toast';
import { TopBar } from '../../../../_shell/top-bar';
import { useTRPC } from '../../../../_trpc/provider';
import { SaveState } from './save-state';
import type { useArticleDraft } from './use-article-draft';

export interface ArticleBarProps {
  article: ReturnType<typeof useArticleDraft>;
  languages: readonly string[];
  readOnly: boolean;
  /** Why it cannot be saved now. */
  blocked: string | undefined;
}

/** Where I am, whether what I wrote is saved, and the one primary act. */
export function ArticleBar({ article, languages, readOnly, blocked }: ArticleBarProps) {
  const t = useTranslations('articles.editor');
  const place = useTranslations('articles');
  const common = useTranslations('common');
  const locale = useLocale();
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const { draft, stored, dirty, saving } = article;
  const { id } = stored.article;
  const refresh = async (): Promise<void> => {
    await queries.invalidateQueries(trpc.knowledge.list.pathFilter());
    await queries.invalidateQueries(trpc.knowledge.all.pathFilter());
  };
  const restore = useMutation(trpc.knowledge.archive.mutationOptions({ onSuccess: refresh }));
  const archive = useMutation(trpc.knowledge.archive.mutationOptions({
    onSuccess: async () => {
      router.push('/articles');
      toast(t('archivedNow'), { action: { label: common('undo'), onAction: () => restore.mutate({ id, archived: false }) } });
      await refresh();
    },
  }));
  const title = pickText(draft.title, locale, languages);
  const titleLanguage = fallbackChain(locale, languages).find((candidate) => (draft.title[candidate] ?? '').trim() !== '');
  const entries: MenuEntry[] = [
    ...(dirty ? [{ key: 'discard', label: t('discard'), icon: <Undo2 aria-hidden size={16} strokeWidth={1.75} />, onSelect: article.discard }] : []),
    ...(stored.archived ? [] : [{ key: 'archive', label: t('archive'), icon: <Archive aria-hidden size={16} strokeWidth={1.75} />, onSelect: () => archive.mutate({ id, archived: true }) }]),
  ];
  return (
    <TopBar
      where={
        <>
          <Link href="/articles" className="shrink-0 rounded-xs text-ink-3 hover:text-ink">{place('title')}</Link>
          <span aria-hidden className="text-ink-3">/</span>
          <h1 lang={titleLanguage} className="truncate font-strong text-ink">{title === '' ? place('untitled') : title}</h1>
        </>
      }
      state={readOnly ? <Chip tone="sunken" className="shrink-0">{t('readOnly')}</Chip> : <SaveState article={article} />}
      actions={
        readOnly ? null : (
          <>
            {entries.length > 0 ? (
              <Menu entries={entries} trigger={<IconButton label={common('more')}><Ellipsis aria-hidden size={16} strokeWidth={1.75} /></IconButton>} />
            ) : null}
            <Button variant="primary" shortcut={t('keys.save')} busy={saving} disabledReason={dirty ? blocked : t('blocked.nothing')} onClick={() => void article.save()}>{common('save')}</Button>
          </>
        )
      }
    />
  );
}
