'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTRPC } from '../_trpc/context';
import { rememberPreference, showTheme } from './browser-preferences';
import type { Theme } from './page-context';

export interface PreferencesControl {
  theme: Theme;
  setTheme(theme: Theme): void;
  setLocale(locale: 'fr' | 'en'): void;
}

/** Language and appearance of a signed-in person: kept with the account, remembered for the signed-out pages too. */
export function usePreferences(initialTheme: Theme): PreferencesControl {
  const trpc = useTRPC();
  const router = useRouter();
  const [theme, setThemeState] = useState(initialTheme);
  const save = useMutation(trpc.session.setPreferences.mutationOptions({ onSuccess: () => router.refresh() }));
  return {
    theme,
    setTheme(next) {
      setThemeState(next);
      showTheme(next);
      rememberPreference('relais_theme', next);
      save.mutate({ theme: next });
    },
    setLocale(locale) {
      rememberPreference('relais_locale', locale);
      save.mutate({ locale });
    },
  };
}
