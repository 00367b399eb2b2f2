import type { IncomingMessage } from 'node:http';
import { DEFAULT_LOCALE, LOCALES, type AppLocale } from '@/lib/i18n/locales';
import { cookieOf } from './cookies';

/** Cookie that remembers the language on signed-out pages. */
export const LOCALE_COOKIE = 'relais_locale';

/** The language to speak to someone not yet known: the cookie, then the browser's list in its order. */
export function requestLocale(request: IncomingMessage): AppLocale {
  return known(cookieOf(request, LOCALE_COOKIE)) ?? browserLocale(request) ?? DEFAULT_LOCALE;
}

/** The first of the browser's languages that the interface speaks. */
function browserLocale(request: IncomingMessage): AppLocale | null {
  const wanted = (request.headers['accept-language'] ?? '').slice(0, 500).split(',').map((entry, index) => {
    const [tag = '', ...parameters] = entry.trim().split(';');
    const quality = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.trim().slice(2) ?? 1);
    return { tag, index, quality: Number.isFinite(quality) ? quality : 0 };
  });
  wanted.sort((a, b) => b.quality - a.quality || a.index - b.index);
  return wanted.map(({ tag }) => known(tag)).find((locale) => locale !== null) ?? null;
}

function known(tag: string | undefined): AppLocale | null {
  const language = (tag ?? '').toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language) ?? null;
}
