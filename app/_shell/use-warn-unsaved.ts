'use client';

import { useEffect } from 'react';

/** Leaving the page asks first while `unsaved` holds. */
export function useWarnUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
