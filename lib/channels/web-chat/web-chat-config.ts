import { panel as en } from '@/lib/i18n/messages/en/widget.json';
import { panel as fr } from '@/lib/i18n/messages/fr/widget.json';
import { toAppLocale } from '@/lib/i18n/locales';
import { pickLanguage } from './language';
import type { WebChatConnection } from './ports';
import type { WireConfig } from './wire';

/** What a widget needs before anybody writes. `texts` are the widget's own strings in the language chosen. */
export function webChatConfig(connection: WebChatConnection, wanted: string | undefined): WireConfig {
  const language = pickLanguage(connection.languages, wanted);
  return {
    name: connection.name,
    languages: [...connection.languages],
    language,
    texts: { en, fr }[toAppLocale(language)],
    theme: { logo: connection.logo },
  };
}
