'use client';

import { useLocale } from 'next-intl';
import { pickText } from '@/flows/document/localized-text';
import { useLanguages } from './use-languages';

/** The reader's name for something that has one in several languages; its key when it has none. */
export function useNameOf(): (thing: { key: string; name: Record<string, string> }) => string {
  const locale = useLocale();
  const languages = useLanguages();
  return ({ key, name }) => pickText(name, locale, languages) || key;
}
