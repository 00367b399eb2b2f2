'use client';

import { ArrowRight, Pin } from 'lucide-react';
import { useTranslations } from 'next-intl';

interface PublishOutcomeProps {
  number: number;
  /** Names of the connections that run this flow. */
  channels: readonly string[];
  first: boolean;
}

/** What publishing does to new conversations and to running ones. */
export function PublishOutcome({ number, channels, first }: PublishOutcomeProps) {
  const t = useTranslations('studio.publish');
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-md font-strong text-ink">{t('outcome')}</h3>
      <ul className="flex flex-col gap-2 text-sm text-ink-2">
        <li className="flex gap-2.5">
          <ArrowRight aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" />
          {channels.length > 0 ? t('newOn', { number, channels: channels.join(', ') }) : t('newNowhere')}
        </li>
        {!first && (
          <li className="flex gap-2.5">
            <Pin aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3" />
            {t('running')}
          </li>
        )}
      </ul>
    </section>
  );
}
