/** The canonical form of a language tag (`pt-br` is `pt-BR`); null for what names no language that has a name. */
export function languageTag(code: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(code);
    if (tag === undefined || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag)) return null;
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) === undefined ? null : tag;
  } catch {
    return null;
  }
}
