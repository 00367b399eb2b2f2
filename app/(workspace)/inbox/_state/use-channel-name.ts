'use client';
import { useTranslations } from 'next-intl';

/** What people call a channel; its own name where the interface has no word for it. */
export function useChannelName(): (channel: string) => string {
  const t = useTranslations('inbox.channel');
  return (channel) => (t.has(channel as never) ? t(channel as never) : t('other', { channel }));
}
