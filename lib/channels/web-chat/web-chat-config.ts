import type { LocalizedText } from '@/flows/document/localized-text';
import { panel as en } from '@/lib/i18n/messages/en/widget.json';
import { panel as fr } from '@/lib/i18n/messages/fr/widget.json';
import { toAppLocale } from '@/lib/i18n/locales';
import { accentPalettes } from './accent';
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
    texts: { ...{ en, fr }[toAppLocale(language)], ...given('greeting', connection.greeting, language), ...given('greetingHelp', connection.greetingHelp, language) },
    theme: { logo: connection.logo, side: connection.side, colours: connection.accent === null ? null : accentPalettes(connection.accent) },
  };
}

/** A text of the connection's own, where it has one in this language or its base. */
function given(key: string, text: LocalizedText, language: string): Record<string, string> {
  const own = [language, language.split('-')[0] ?? ''].map((tag) => text[tag]?.trim()).find((words) => words);
  return own ? { [key]: own } : {};
}
