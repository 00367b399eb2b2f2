'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { NAMED_KEYS, type NamedKey } from './shortcuts';

/** Keys as the person's keyboard calls them: `Ctrl Maj Z`. */
export function useKeyNames(): (keys: readonly string[]) => string {
  const t = useTranslations('studio.shortcuts.keyNames');
  return useCallback((keys) => keys.map((key) => (isNamed(key) ? t(key) : key)).join(' '), [t]);
}

function isNamed(key: string): key is NamedKey {
  return (NAMED_KEYS as readonly string[]).includes(key);
}
