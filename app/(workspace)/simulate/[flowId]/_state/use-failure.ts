'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { NodeId } from '@/flows/document/flow-document';
import { useSimulator } from './simulator-context';

export interface FlowFailure {
  node: NodeId | undefined;
  /** In the words of the inbox. */
  reason: string;
  /** What the engine says, for who wrote the condition or the template. */
  detail: string;
}

/** Why the flow failed and where; null while it has not. */
export function useFailure(): FlowFailure | null {
  const t = useTranslations('trace');
  const { state } = useSimulator();
  return useMemo(() => {
    const failed = state.entries.flatMap(({ trace = [] }) => trace).find(({ kind }) => kind === 'failed');
    if (failed?.kind !== 'failed') return null;
    const key = `failure.${failed.code}` as const;
    return { node: failed.node, reason: t.has(key) ? t(key) : t('failure.other'), detail: failed.detail };
  }, [state.entries, t]);
}
