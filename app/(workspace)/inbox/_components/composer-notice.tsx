'use client';
import { useTranslations } from 'next-intl';
import type { ConversationView } from '../_logic/view-models';

export interface ComposerNoticeProps {
  conversation: ConversationView;
  name: string;
  answers: boolean;
  acceptable: boolean;
}

/** Why one cannot reply here now, and what would change that. Nothing while one can. */
export function ComposerNotice({ conversation, name, answers, acceptable }: ComposerNoticeProps) {
  const t = useTranslations('inbox.composer');
  const { owner, agent } = conversation;
  const text = !answers
    ? t('readOnly')
    : owner === 'queued'
      ? t(acceptable ? 'acceptFirst' : 'notOffered', { name })
      : owner === 'agent'
        ? t('withOther', { name: agent?.name ?? '' })
        : t(owner === 'bot' ? 'withAssistant' : 'closed');
  return <p role="status" className="mx-auto w-full max-w-[860px] px-5 pb-2.5 text-center text-xs text-balance text-ink-2 max-md:px-3 max-md:pb-[max(10px,env(safe-area-inset-bottom))]">{text}</p>;
}
