import type { Locale } from '@/flows/document/localized-text';
import { toAppLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';

/** What a customer is told when the assistant fails and a person takes over, in her language if we speak it. */
export function apology(language: Locale): string {
  return translator(toAppLocale(language), 'runtime')('turnFailed');
}
