'use client';
import { createContext, useContext } from 'react';
import type { Acts } from './use-acts';

/** The acts of the inbox, shared so that a button and a key never do one twice. */
export const ActsContext = createContext<Acts | null>(null);

export function useActsContext(): Acts {
  const acts = useContext(ActsContext);
  if (!acts) throw new Error('ActsContext is missing above this component');
  return acts;
}
