import type { Outcome, RuntimeEvent } from '../runtime-types';
import { closeConversation } from './close-conversation';
import { ANYBODY, queueConversation } from './queue-conversation';
import { runStep } from './run-step';
import type { TurnDraft } from './turn-draft';

type AgentEvent = Extract<RuntimeEvent, { agentId: string }>;

/** What an agent did. Refused unless the conversation is hers, or offered to her, or waits in a queue of hers. */
export function agentActed(draft: TurnDraft, event: AgentEvent): Outcome {
  switch (event.type) {
    case 'agent.accepted':
      return accepted(draft, event.agentId);
    case 'agent.declined':
      return declined(draft, event.agentId);
    case 'agent.noted':
      return { ok: true, messageSeq: draft.addMessage({ id: event.key, author: 'note', authorId: event.agentId, parts: [{ kind: 'text', text: event.text }] }) };
    case 'agent.left':
      return left(draft, event);
    case 'agent.replied':
    case 'agent.released':
    case 'agent.closed':
      return owned(draft, event);
  }
}

function accepted(draft: TurnDraft, agentId: string): Outcome {
  const { conversation, input } = draft;
  if (conversation.owner === 'agent' || conversation.owner === 'snoozed') {
    return conversation.agentId === agentId ? { ok: true } : { ok: false, code: 'already-accepted' };
  }
  if (conversation.owner === 'closed') return { ok: false, code: 'conversation-closed' };
  if (conversation.owner !== 'queued') return { ok: false, code: 'not-queued' };
  const { agent } = input;
  const mayTake = conversation.offeredTo === null && conversation.queueKey !== null && agent?.queues.includes(conversation.queueKey);
  if (!agent || (conversation.offeredTo !== agentId && !mayTake)) return { ok: false, code: 'not-offered' };
  if (agent.load >= agent.capacity) return { ok: false, code: 'no-capacity' };
  const queue = conversation.queueKey ?? '';
  const waited = draft.now - (conversation.enqueuedAt ?? draft.now);
  draft.leaveQueue();
  draft.own({ type: 'agent.accepted', agentId });
  conversation.unread = 0;
  draft.note('accepted', { queue, waited }, agentId);
  runStep(draft, { type: 'agent.joined', agentId });
  return { ok: true };
}

function declined(draft: TurnDraft, agentId: string): Outcome {
  const { conversation } = draft;
  if (conversation.owner !== 'queued' || conversation.offeredTo !== agentId) return { ok: false, code: 'not-offered' };
  conversation.offeredTo = null;
  conversation.offeredAt = null;
  conversation.offerReason = null;
  conversation.declinedBy = [...new Set([...conversation.declinedBy, agentId])];
  draft.routing = true;
  draft.note('declined', {}, agentId);
  return { ok: true };
}

function owned(draft: TurnDraft, event: Extract<AgentEvent, { type: 'agent.replied' | 'agent.released' | 'agent.closed' }>): Outcome {
  const { conversation } = draft;
  const { agentId } = event;
  if (conversation.owner === 'closed') return { ok: false, code: 'conversation-closed' };
  if (conversation.owner !== 'agent' || conversation.agentId !== agentId) return { ok: false, code: 'not-owner' };
  if (event.type === 'agent.replied') {
    conversation.unread = 0;
    return { ok: true, messageSeq: draft.addMessage({ id: event.key, author: 'agent', authorId: agentId, parts: [{ kind: 'text', text: event.text }] }) };
  }
  if (event.type === 'agent.closed') {
    runStep(draft, { type: 'agent.closed', agentId });
    closeConversation(draft, 'agent', event.disposition ?? null);
    return { ok: true };
  }
  draft.own({ type: 'agent.released' });
  draft.note('released', {}, agentId);
  if (draft.session?.state.status === 'active' && !draft.failure) runStep(draft, { type: 'agent.released', agentId });
  // No flow takes it back: somebody else of the queue does.
  else if (!draft.failure) queueConversation(draft, ANYBODY, 'released', null);
  return { ok: true };
}

/** No step of the flow hears of it: it waits for an agent all the same, and only her name changes. */
function left(draft: TurnDraft, { agentId, queue }: Extract<AgentEvent, { type: 'agent.left' }>): Outcome {
  const { conversation } = draft;
  if ((conversation.owner !== 'agent' && conversation.owner !== 'snoozed') || conversation.agentId !== agentId) return { ok: false, code: 'not-owner' };
  draft.own({ type: 'agent.released' });
  queueConversation(draft, { ...ANYBODY, queue }, 'agent-left', null);
  return { ok: true };
}
