'use client';
import { useTranslations } from 'next-intl';
import { TopBar } from '@/app/_shell/top-bar';
import { ConnectionChip } from './connection-chip';
import { PresenceMenu } from './presence-menu';
import { SlotMeter } from './slot-meter';
import { useMe } from '../_state/use-me';
import { useSetPresence } from '../_state/use-set-presence';

/** Where one is, how many slots are taken, and whether one is available. */
export function InboxTopBar() {
  const t = useTranslations('inbox');
  const { me } = useMe();
  const setPresence = useSetPresence();
  return (
    <TopBar
      where={<h1 className="text-sm font-strong text-ink max-md:text-xl">{t('title')}</h1>}
      state={<ConnectionChip />}
      actions={
        me?.agent ? (
          <>
            <SlotMeter load={me.agent.load} capacity={me.agent.capacity} />
            <PresenceMenu presence={me.agent.presence} onChange={setPresence} />
          </>
        ) : undefined
      }
    />
  );
}
