'use client';

import { useEffect, useState } from 'react';
import { answerable } from '@/flows/knowledge/answerable';
import type { Article } from '@/flows/knowledge/article';
import { buildIndexInSteps, type KnowledgeIndex } from '@/flows/knowledge/build-index';

/** Milliseconds of building at a time: a frame is not missed. */
const SLICE = 8;

/**
 * The index that conversations would search, of these very articles; the one before while it is being built, undefined
 * until there is one. Give the same list while nothing changed.
 */
export function useIndex(articles: readonly Article[] | undefined, language: string): KnowledgeIndex | undefined {
  const [built, setBuilt] = useState<KnowledgeIndex>();
  useEffect(() => {
    if (!articles) return;
    const steps = buildIndexInSteps(answerable(articles, language), language);
    let timer: ReturnType<typeof setTimeout>;
    const go = (): void => {
      const until = performance.now() + SLICE;
      do {
        const step = steps.next();
        if (step.done) return setBuilt(step.value);
      } while (performance.now() < until);
      timer = setTimeout(go);
    };
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [articles, language]);
  return built?.language === language ? built : undefined;
}
