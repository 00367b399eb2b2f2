'use client';

import { useSyncExternalStore } from 'react';

const NARROW = '(width < 768px)';

/** Whether the window is a phone's: a flow is read there, not edited. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches, () => false);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
