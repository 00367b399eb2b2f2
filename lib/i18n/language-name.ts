/** The name of a language in the language of the interface, such as “French”; in its own when `locale` is itself. */
export function languageName(language: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
