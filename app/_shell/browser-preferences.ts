import type { Theme } from './page-context';

const YEAR_S = 31_536_000;

/** Keeps a choice in this browser for pages that do not know who reads them. */
export function rememberPreference(cookie: 'relais_locale' | 'relais_theme', value: string): void {
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_S}; samesite=lax`;
}

/** Shows a theme at once, before the server has heard of it. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
