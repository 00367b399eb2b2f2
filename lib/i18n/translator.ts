import { createTranslator } from 'use-intl/core';
import { messagesFor, type AppLocale, type Namespace } from './messages';

/** Says a text by its key inside the namespace, with ICU values. */
export interface Translate {
  (key: string, values?: Record<string, string | number | Date>): string;
  has(key: string): boolean;
}

/**
 * Texts outside React: the server, the command line, page titles.
 * A missing key throws: a person must never read a key.
 */
export function translator(locale: AppLocale, namespace: Namespace): Translate {
  const translate = createTranslator({
    locale,
    messages: messagesFor(locale, [namespace]),
    namespace,
    timeZone: 'UTC',
    onError(error) {
      throw error;
    },
  });
  const say = (key: string, values?: Record<string, string | number | Date>): string => translate(key as never, values as never);
  return Object.assign(say, { has: (key: string): boolean => translate.has(key as never) });
}
