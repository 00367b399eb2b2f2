'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Theme } from './page-context';
import type { Place } from './places';
import { LiveChip } from './live-chip';
import { PhoneBar } from './phone-bar';
import { Rail } from './rail';
import { useGoKeys } from './use-go-keys';

export interface ShellProps {
  person: { id: string; name: string };
  places: readonly Place[];
  theme: Theme;
  children: ReactNode;
}

/**
 * The frame of every page: the rail left, at the foot on a phone, and the page in the rest of the window.
 * A page that fills the window scrolls inside its own parts, and the frame not at all, whatever is brought into view; others use `PageBody`. A full-screen page on a phone
 * (a conversation, the canvas) hides the bar by an element with `data-immersive` anywhere inside it.
 */
export function Shell({ person, places, theme, children }: ShellProps) {
  const t = useTranslations('shell');
  useGoKeys(places);
  return (
    <div className="group/shell flex h-dvh flex-col-reverse overflow-clip md:flex-row">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-60 focus:rounded-md focus:bg-raised focus:px-3 focus:py-2 focus:shadow-float">{t('skip')}</a>
      <Rail person={person} places={places} theme={theme} />
      <PhoneBar person={person} places={places} theme={theme} />
      <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        {children}
        <LiveChip />
      </main>
    </div>
  );
}
