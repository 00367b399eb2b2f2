'use client';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '@/lib/ui/chip';
import { NO_ANSWER } from '../_logic/send-queue';
import { usePendingStore } from '../_state/pending-store';

/** How many messages wait for the connection, of all conversations; nothing while none does. */
export function ConnectionChip() {
  const t = useTranslations('inbox.connection');
  const unsent = usePendingStore((state) => Object.values(state.byConversation).flat().filter((message) => message.error === NO_ANSWER).length);
  return (
    <span role="status">
      {unsent === 0 ? null : <Chip tone="stop" icon={<CloudOff aria-hidden size={12} strokeWidth={2} />} title={t('kept')}>{t('unsent', { count: unsent })}</Chip>}
    </span>
  );
}
