import { handledBy } from '@/flows/conversation/handled-by';
import type { CaseRecord } from '@/lib/store/turn-records';
import { endSession } from './end-session';
import type { TurnDraft } from './turn-draft';

/** Ends the case. Harmless when it is closed already. */
export function closeConversation(draft: TurnDraft, by: NonNullable<CaseRecord['closedBy']>, disposition: string | null): void {
  const { conversation } = draft;
  if (conversation.owner === 'closed') return;
  const agentId = conversation.agentId;
  draft.leaveQueue();
  draft.own({ type: 'closed', by });
  conversation.closedAt = draft.now;
  conversation.unread = 0;
  const open = draft.case;
  const handled = handledBy({ bot: open?.flowVersionId !== null, agent: agentId !== null || (open?.firstAgentAt ?? null) !== null });
  draft.changeCase({ closedAt: draft.now, closedBy: by, disposition, handledBy: handled });
  endSession(draft, 'done');
  draft.note('closed', { by, handledBy: handled, disposition: disposition ?? '' }, agentId);
}
