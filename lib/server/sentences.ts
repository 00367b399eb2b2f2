import type { AppLocale } from '@/lib/i18n/locales';
import { translator, type Translate } from '@/lib/i18n/translator';

const cache = new Map<AppLocale, Translate>();

/** Says an error code in a language. A code without a sentence of its own is said as a general one, with the code beside it. */
export function sentences(locale: AppLocale): (code: string) => string {
  return (code) => {
    let say = cache.get(locale);
    if (!say) cache.set(locale, (say = translator(locale, 'errors')));
    return say.has(code) ? say(code) : say('internal');
  };
}
