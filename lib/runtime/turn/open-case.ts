import type { TurnDraft } from './turn-draft';

/** A new case: the first of the conversation, or one after a closing. */
export function openCase(draft: TurnDraft, reason?: 'triggered'): void {
  const { conversation, now } = draft;
  const reopened = conversation.owner === 'closed';
  conversation.caseNumber += 1;
  conversation.closedAt = null;
  conversation.unread = 0;
  draft.openCase({
    number: conversation.caseNumber,
    openedAt: now,
    firstReplyAt: null,
    firstAgentAt: null,
    handedOffAt: null,
    closedAt: null,
    handledBy: null,
    closedBy: null,
    disposition: null,
    flowVersionId: null,
  });
  if (reopened) draft.own({ type: 'reopened' });
  else draft.beginSegment('closed');
  draft.note('case-opened', { number: conversation.caseNumber, reopened: reopened ? 1 : 0, ...(reason && { reason }) });
}
