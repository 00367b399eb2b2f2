import { hears } from '@/flows/conversation/ownership';
import type { InboundMessage } from '@/flows/engine/engine-types';
import type { Outcome, RuntimeEvent } from '../runtime-types';
import { openCase } from './open-case';
import { runStep } from './run-step';
import { startSession } from './start-session';
import type { TurnDraft } from './turn-draft';

type CustomerMessage = Extract<RuntimeEvent, { type: 'customer.message' }>;

/** A customer wrote or pressed a button. */
export function customerWrote(draft: TurnDraft, event: CustomerMessage): Outcome {
  const { conversation } = draft;
  const message: InboundMessage = { id: event.key, text: event.text, ...(event.choice !== undefined && { choice: event.choice }) };
  const begins = conversation.owner === 'closed' || conversation.caseNumber === 0;
  if (begins) openCase(draft);
  if (conversation.owner === 'snoozed') draft.own({ type: 'woken' });
  const messageSeq = draft.addMessage({
    id: event.key,
    author: 'customer',
    parts: [{ kind: 'text', text: event.text }],
    ...(event.choice !== undefined && { choice: event.choice }),
  });
  // Who holds the conversation hears it, also when its first case begins under an agent.
  if (hears(conversation.owner) !== 'bot') return { ok: true, messageSeq };
  if (begins) startSession(draft, { versionId: draft.input.connection.versionId, message });
  else runStep(draft, { type: 'message.received', message });
  return { ok: true, messageSeq };
}

/** The customer's side said goodbye: the tab is closed, the channel reports it. */
export function customerLeft(draft: TurnDraft): Outcome {
  const { owner } = draft.conversation;
  if (owner === 'closed') return { ok: false, code: 'conversation-closed' };
  draft.note('customer-left', {});
  if (hears(owner) === 'bot') runStep(draft, { type: 'customer.left' });
  return { ok: true };
}
