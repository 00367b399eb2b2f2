'use client';
import { NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/lib/ui/button';
import type { ConversationView } from '../_logic/view-models';
import { useReasonText } from '../_state/use-reason-text';
import { TypingLine } from './typing-line';

export interface ComposerNoticeProps {
  conversation: ConversationView;
  name: string;
  answers: boolean;
  acceptable: boolean;
  /** Opens the composer for a note; null where none can be left or it is open. */
  onNote: (() => void) | null;
}

/** Why one cannot reply here now, and what would change that. */
export function ComposerNotice({ conversation, name, answers, acceptable, onNote }: ComposerNoticeProps) {
  const t = useTranslations('inbox.composer');
  const { owner, agent, id, offeredToMe, offerReason } = conversation;
  const reasonText = useReasonText();
  const why = offeredToMe && offerReason ? reasonText(offerReason) : null;
  const text = !answers
    ? t('readOnly')
    : owner === 'queued'
      ? t(acceptable ? 'acceptFirst' : 'notOffered', { name })
      : owner === 'agent'
        ? t('withOther', { name: agent?.name ?? '' })
        : t(owner === 'bot' ? 'withAssistant' : 'closed');
  return (
    <div data-foot="notice" className="flex min-h-13 shrink-0 items-center gap-x-4 border-t border-line bg-surface px-5 py-2 max-md:px-3 max-md:pb-[max(8px,env(safe-area-inset-bottom))]">
      <p role="status" className="min-w-0 flex-1 text-sm text-ink-2">
        {text}
        {why === null ? null : <span className="block text-xs text-ink-3">{t('offeredWhy', { reason: why })}</span>}
      </p>
      <TypingLine conversationId={id} name={name} />
      {onNote ? (
        <Button icon={<NotebookPen aria-hidden size={16} strokeWidth={1.75} />} aria-keyshortcuts="N" onClick={onNote}>{t('addNote')}</Button>
      ) : null}
    </div>
  );
}
