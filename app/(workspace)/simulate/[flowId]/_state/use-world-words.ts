'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Json } from '@/flows/document/json';
import type { World } from '@/flows/simulator/script';
import { languageName } from '@/lib/i18n/language-name';
import { useStudio } from '../../../flows/[flowId]/_editor/use-studio';
import { useValueWords } from './use-value-words';

/** What was changed of the world by hand, one line each. */
export function useWorldWords(): (world: World) => string[] {
  const t = useTranslations('simulate.trace.set');
  const details = useTranslations('simulate.world');
  const locale = useLocale();
  const { nameOf } = useStudio();
  const value = useValueWords();
  return ({ calendars = {}, staffing, language, contact = {} }) => {
    const { attributes = {}, locale: _locale, ...rest } = contact;
    return [
      ...Object.entries(calendars).map(([key, state]) => t('calendar', { name: nameOf('calendar', key), state: typeof state === 'string' ? state : 'hours' })),
      ...(staffing ? [t('staffing', { state: staffing })] : []),
      ...(language ? [t('language', { language: languageName(language, locale) })] : []),
      ...Object.entries(rest).map(([name, given]) => t('contact', { name: details(name as 'name'), value: value(given as Json, false) })),
      ...Object.entries(attributes).map(([name, given]) => t('contact', { name, value: value(given, false) })),
    ];
  };
}
