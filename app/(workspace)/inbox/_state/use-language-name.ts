'use client';

/** The name of a language in itself: « français », “English”. The code where no name is known. */
export function useLanguageName(): (code: string) => string {
  return (code) => {
    try {
      return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
    } catch {
      // Not a language tag: what a channel reported stands as it is.
      return code;
    }
  };
}
