import type { TurnInput, TurnWrites } from '@/lib/store/turn-records';
import { endSession } from './end-session';
import { ANYBODY, queueConversation } from './queue-conversation';
import { play } from './turn';
import type { TurnDeps } from './turn-deps';
import { TurnDraft } from './turn-draft';
import { TurnFailure } from './turn-failure';

/**
 * What is done instead of a turn that failed. The same event is played without the flow, so that the customer's
 * message is kept and an agent's acceptance stands; the session ends; and whoever would now be left with a dead bot
 * gets a person, who sees the reason, and is told so.
 */
export function failedTurn(input: TurnInput, error: unknown, deps: TurnDeps): TurnWrites {
  const failure = asFailure(error);
  const draft = new TurnDraft(input, deps, failure);
  const outcome = play(draft);
  endSession(draft, 'failed');
  draft.note('turn-failed', { code: failure.code, detail: failure.detail.slice(0, 500), node: failure.node ?? '', inboundSeq: input.seq });
  // A trigger's customer asked for nothing: its failure is the author's to see, not hers, nor an agent's to answer.
  if (input.event.type === 'flow.triggered') return draft.finish(outcome);
  if (draft.conversation.owner === 'bot') {
    queueConversation(draft, ANYBODY, 'turn-failed', null);
    draft.addMessage({
      id: `${input.key.conversationId}.apology.${input.seq}`,
      author: 'system',
      parts: [{ kind: 'text', text: deps.apology(draft.conversation.language) }],
    });
  } else if (draft.conversation.owner === 'queued') {
    // It waits already, perhaps for a flow that would have given up: now it waits for a person only.
    draft.conversation.handoffId = null;
    draft.conversation.requirement = { ...(draft.conversation.requirement ?? ANYBODY), mode: 'keep-waiting' };
  }
  return draft.finish(outcome);
}

function asFailure(error: unknown): TurnFailure {
  if (error instanceof TurnFailure) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new TurnFailure('turn-threw', detail, null, error instanceof Error && error.stack ? { stack: error.stack } : {});
}
