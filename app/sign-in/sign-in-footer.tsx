'use client';

import { clsx } from 'clsx';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { LOCALES } from '@/lib/i18n/locales';
import { Menu } from '@/lib/ui/menu';
import { rememberPreference, showTheme } from '../_shell/browser-preferences';
import type { Theme } from '../_shell/page-context';

const THEMES = { system: Monitor, light: Sun, dark: Moon } as const;

/** Language and appearance before anybody is known; kept in this browser. */
export function SignInFooter({ theme: initialTheme }: { theme: Theme }) {
  const t = useTranslations('signIn');
  const shell = useTranslations('shell');
  const common = useTranslations('common');
  const locale = useLocale();
  const router = useRouter();
  const [theme, setTheme] = useState(initialTheme);
  const Icon = THEMES[theme];
  return (
    <footer className="flex flex-wrap items-center justify-between gap-3 text-xs text-ink-2">
      <div role="group" aria-label={t('language')} className="flex gap-3">
        {LOCALES.map((value) => (
          <button
            key={value}
            type="button"
            lang={value}
            aria-pressed={value === locale}
            className={clsx('touch-target min-h-7 rounded-xs', value === locale ? 'font-strong text-ink' : 'hover:text-ink')}
            onClick={() => {
              rememberPreference('relais_locale', value);
              router.refresh();
            }}
          >
            {common(`languages.${value}`)}
          </button>
        ))}
      </div>
      <Menu
        side="top"
        trigger={
          <button type="button" className="touch-target flex min-h-7 items-center gap-1.5 rounded-xs hover:text-ink">
            <Icon aria-hidden size={14} strokeWidth={1.75} />
            <span className="sr-only">{t('theme')}</span>
            {shell(`theme.${theme}`)}
          </button>
        }
        entries={[
          {
            kind: 'radio', key: 'theme', label: t('theme'), value: theme,
            onValueChange: (next) => {
              setTheme(next as Theme);
              showTheme(next as Theme);
              rememberPreference('relais_theme', next);
            },
            options: (Object.keys(THEMES) as Theme[]).map((value) => ({ value, label: shell(`theme.${value}`) })),
          },
        ]}
      />
    </footer>
  );
}
