'use client';
import { useTranslations } from 'next-intl';
import { useTypingStore } from '../_state/typing-store';

/** Says that the customer writes; keeps its place empty otherwise. */
export function TypingLine({ conversationId, name }: { conversationId: string; name: string }) {
  const t = useTranslations('inbox.composer');
  const typing = useTypingStore((state) => state.typing[conversationId] ?? false);
  return <p aria-live="polite" className="max-w-48 min-h-4 truncate text-xs text-ink-3">{typing ? t('typing', { name }) : null}</p>;
}
