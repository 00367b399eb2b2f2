import { hears } from '@/flows/conversation/ownership';
import type { InboundMessage } from '@/flows/engine/engine-types';
import type { Outcome, RuntimeEvent } from '../runtime-types';
import { endSession } from './end-session';
import { startSession } from './start-session';
import type { TurnDraft } from './turn-draft';

/**
 * What a customer wrote, and a flow failed on, played again in the conversation as it stands now: the newest published
 * version of its flow begins with it. The message itself stands in the thread already. Nobody's conversation is taken
 * from an agent, and a closed one stays closed.
 */
export function replayed(draft: TurnDraft, event: Extract<RuntimeEvent, { type: 'turn.replayed' }>): Outcome {
  const { conversation } = draft;
  if (conversation.owner === 'closed') return { ok: false, code: 'conversation-closed' };
  if (hears(conversation.owner) !== 'bot') return { ok: false, code: 'not-owner' };
  draft.note('turn-replayed', { inboundSeq: event.failedSeq });
  endSession(draft, 'done');
  if (conversation.owner === 'queued') {
    draft.leaveQueue();
    draft.own({ type: 'bot.resumed' });
  }
  const message: InboundMessage = { id: event.messageId, text: event.text, ...(event.choice !== undefined && { choice: event.choice }) };
  startSession(draft, { versionId: draft.input.connection.versionId, message });
  return { ok: true };
}
