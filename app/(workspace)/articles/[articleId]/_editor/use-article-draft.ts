'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ArticleContent } from '@/flows/knowledge/article';
import type { ArticleView } from '@/lib/api/view-models';
import { useWarnUnsaved } from '../../../../_shell/use-warn-unsaved';
import { errorCode } from '../../../../_trpc/error-code';
import { useTRPC, useTRPCClient } from '../../../../_trpc/provider';
import { sameJson } from '../../../flows/[flowId]/_editor/same-json';
import { contentOf } from '../../_logic/content-of';
import { mergeArticle, takePart, type Clash } from '../../_logic/merge-article';
import { dropDraft, keepDraft, keptDraft } from './kept-draft';
import { staleOf } from './stale-of';

interface DraftState {
  /** The article as the server has it, as far as we know. */
  stored: ArticleView;
  draft: ArticleContent;
  /** Parts that somebody else changed too, each still to be decided. */
  clashes: Clash[];
}

/** Saves after a merge that nobody has to decide on; more of them at once are told. */
const MERGES = 3;

/**
 * An article being written. Nothing reaches customers before it is saved, nothing written is lost: it is kept for this
 * tab until it is saved, and what somebody else saved meanwhile is put together with it.
 */
export function useArticleDraft(view: ArticleView) {
  const { id } = view.article;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [state, setState] = useState<DraftState>(() => opened(view));
  const [restored, setRestored] = useState(() => !sameJson(state.draft, contentOf(view.article)));
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { stored, draft, clashes } = state;
  const base = contentOf(stored.article);
  const dirty = !sameJson(draft, base);

  useEffect(() => {
    if (dirty) keepDraft(id, { revision: stored.article.revision, base: contentOf(stored.article), draft });
    else dropDraft(id);
  }, [dirty, draft, id, stored]);
  useWarnUnsaved(dirty);

  const running = useRef(false);
  async function save(): Promise<void> {
    if (running.current || clashes.length > 0) return;
    running.current = true;
    setSaving(true);
    setFault(null);
    let sent = state;
    try {
      for (let merges = 0; ; merges += 1) {
        try {
          const saved = await client.knowledge.save.mutate({ id, baseRevision: sent.stored.article.revision, content: sent.draft });
          const settled = sent;
          // What was typed while it was on its way is still to be saved.
          setState((now) => ({ stored: saved, clashes: [], draft: now.draft === settled.draft ? contentOf(saved.article) : now.draft }));
          setRestored(false);
          break;
        } catch (error) {
          const theirs = staleOf(error);
          if (!theirs || merges === MERGES) throw error;
          const merged = mergeArticle(contentOf(sent.stored.article), sent.draft, contentOf(theirs.article));
          sent = { stored: theirs, draft: merged.content, clashes: merged.clashes };
          setState(sent);
          if (merged.clashes.length > 0) break;
        }
      }
      await queries.invalidateQueries(trpc.knowledge.list.pathFilter());
      await queries.invalidateQueries(trpc.knowledge.all.pathFilter());
    } catch (error) {
      setFault(errorCode(error));
    } finally {
      running.current = false;
      setSaving(false);
    }
  }

  return {
    stored,
    draft,
    clashes,
    dirty,
    saving,
    fault,
    /** Something this tab had not saved was there when the page opened. */
    restored: restored && dirty,
    edit: (change: (content: ArticleContent) => ArticleContent) => setState((now) => ({ ...now, draft: change(now.draft) })),
    discard: () => {
      setState((now) => ({ ...now, draft: contentOf(now.stored.article), clashes: [] }));
      setRestored(false);
    },
    settle: ({ part, theirs }: Clash, whose: 'mine' | 'theirs') =>
      setState((now) => ({
        ...now,
        draft: whose === 'theirs' ? takePart(now.draft, theirs, part) : now.draft,
        clashes: now.clashes.filter((clash) => clash.part !== part),
      })),
    replaceStored: (next: ArticleView) => setState((now) => ({ ...now, stored: next })),
    save,
  };
}

/** The article with what this tab had written and not saved, on top of it as it stands now. */
function opened(view: ArticleView): DraftState {
  const content = contentOf(view.article);
  const kept = keptDraft(view.article.id);
  if (!kept) return { stored: view, draft: content, clashes: [] };
  if (kept.revision === view.article.revision) return { stored: view, draft: kept.draft, clashes: [] };
  const merged = mergeArticle(kept.base, kept.draft, content);
  return { stored: view, draft: merged.content, clashes: merged.clashes };
}
