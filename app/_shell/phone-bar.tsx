'use client';

import { useTranslations } from 'next-intl';
import { PersonMenu } from './person-menu';
import { PlaceLink } from './place-link';
import type { PlaceKey } from './places';
import type { ShellProps } from './shell';
import { useOffered } from './use-offered';

/** What a phone keeps behind *More*: the bar holds five. */
const IN_MENU: readonly PlaceKey[] = ['simulate', 'settings'];

/** The same places at the foot of a phone, the person last. */
export function PhoneBar({ person, places, theme }: Omit<ShellProps, 'children'>) {
  const t = useTranslations('shell');
  const offered = useOffered(places);
  return (
    <nav
      aria-label={t('navigation')}
      data-foot="bar"
      className="flex min-h-[76px] shrink-0 items-start border-t border-line bg-surface px-2 pt-2 pb-[env(safe-area-inset-bottom)] group-has-[[data-immersive]]/shell:hidden md:hidden"
    >
      {places.filter(({ key }) => !IN_MENU.includes(key)).map((place) => <PlaceLink key={place.key} place={place} form="bar" count={place.key === 'inbox' ? offered : 0} />)}
      <PersonMenu person={person} theme={theme} form="bar" places={places.filter(({ key }) => IN_MENU.includes(key))} />
    </nav>
  );
}
