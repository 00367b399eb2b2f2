'use client';
import { createContext, useContext } from 'react';
import type { Sender } from './use-sender';

/** The one sender of the inbox: two would send a queue twice. */
export const SenderContext = createContext<Sender | null>(null);

export function useSenderContext(): Sender {
  const sender = useContext(SenderContext);
  if (!sender) throw new Error('SenderContext is missing above this component');
  return sender;
}
