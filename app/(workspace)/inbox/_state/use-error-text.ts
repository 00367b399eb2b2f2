'use client';
import { useTranslations } from 'next-intl';

/** The sentence for a refusal's code, in the reader's language. */
export function useErrorText(): (code: string) => string {
  const t = useTranslations('errors');
  return (code) => (t.has(code as never) ? t(code as never) : t('unknown'));
}
