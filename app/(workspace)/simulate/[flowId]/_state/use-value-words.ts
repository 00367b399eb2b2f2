'use client';

import { useTranslations } from 'next-intl';
import type { Json } from '@/flows/document/json';

/** A variable's value in words: “refund”, yes, unset; a secret's never. */
export function useValueWords(): (value: Json | undefined, secret: boolean) => string {
  const t = useTranslations('simulate.variables');
  return (value, secret) => {
    if (value === null || value === undefined) return t('unset');
    if (secret) return t('secret');
    if (typeof value === 'string') return t('text', { value });
    if (typeof value === 'boolean') return t(value ? 'true' : 'false');
    return JSON.stringify(value);
  };
}
