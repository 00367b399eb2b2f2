'use client';

import { useMedia } from '../../../../_shell/use-media';

/** Whether the window is a phone's: a flow is read there, not edited. */
export function useNarrow(): boolean {
  return useMedia('(width < 768px)');
}
