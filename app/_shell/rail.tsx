'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Mark } from '@/lib/ui/mark';
import { PersonMenu } from './person-menu';
import { PlaceLink } from './place-link';
import type { ShellProps } from './shell';
import { useOffered } from './use-offered';

/** The places of the program, always in the same order; the person at the foot. */
export function Rail({ person, places, theme }: Omit<ShellProps, 'children'>) {
  const t = useTranslations('shell');
  const offered = useOffered(places);
  return (
    <nav aria-label={t('navigation')} className="flex w-(--rail) shrink-0 flex-col items-center border-r border-line bg-surface pt-2.5 pb-3 max-md:hidden">
      <Link href="/" className="mb-3 flex size-9 items-center justify-center rounded-md"><Mark size={26} label={t('product')} /></Link>
      <ul className="flex flex-col gap-0.5">
        {places.filter(({ key }) => key !== 'settings').map((place) => (
          <li key={place.key}><PlaceLink place={place} form="rail" count={place.key === 'inbox' ? offered : 0} /></li>
        ))}
      </ul>
      <div className="mt-auto flex flex-col items-center gap-1">
        {places.filter(({ key }) => key === 'settings').map((place) => <PlaceLink key={place.key} place={place} form="rail" />)}
        <PersonMenu person={person} theme={theme} form="rail" />
      </div>
    </nav>
  );
}
