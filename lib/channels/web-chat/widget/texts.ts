import { panel as en } from '@/lib/i18n/messages/en/widget.json';
import { panel as fr } from '@/lib/i18n/messages/fr/widget.json';

export type TextKey = keyof typeof en;

/** The widget's texts. French and English come with it; `use` lays the server's over them. */
export interface Texts {
  language: string;
  say(key: TextKey, values?: Record<string, string | number>): string;
  use(language: string, texts: Readonly<Record<string, string>>): void;
}

/** Texts for a BCP 47 language: French for French, else English until the server says better. */
export function createTexts(language: string): Texts {
  let spoken: Readonly<Record<string, string>> = language.toLowerCase().split('-')[0] === 'fr' ? fr : en;
  const texts: Texts = {
    language,
    say: (key, values = {}) => (spoken[key] ?? en[key]).replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)),
    use(chosen, given) {
      texts.language = chosen;
      spoken = { ...spoken, ...given };
    },
  };
  return texts;
}
