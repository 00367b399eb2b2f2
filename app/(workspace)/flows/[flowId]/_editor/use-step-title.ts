'use client';

import { useLocale } from 'next-intl';
import type { NodeId } from '@/flows/document/flow-document';
import { stepTitle } from './step-title';
import { useEditor } from './use-editor';

/** The title of a step in the canvas language; null when there is none. */
export function useStepTitle(id: NodeId | null): string | null {
  const locale = useLocale();
  return useEditor(({ document, language }) => {
    const node = id === null ? undefined : document.nodes[id];
    return node ? stepTitle(node, language, document.languages, locale) : null;
  });
}
