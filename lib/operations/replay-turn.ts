import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import { notPlayable } from './failed-turn-rows';
import type { OperationsDeps } from './operations-deps';
import type { FailedTurnKey } from './operations-views';
import { settleTurn } from './settle-turn';
import { playableMessage } from './stored-failure';
import { storedTurn } from './stored-turn';

/**
 * Plays a failed turn again, as a new event with a key of its own. The key is the same for everybody who asks while
 * the conversation has not changed hands, so that two who press at once cause one turn; and it is another one later,
 * so that a refusal because an agent was faster is not the answer for ever.
 */
export async function replayTurn(deps: OperationsDeps, caller: Caller, key: FailedTurnKey): Promise<void> {
  const { prisma, runtime } = deps;
  const turn = await storedTurn(prisma, caller, key);
  const refused = notPlayable(turn);
  const message = playableMessage(turn.payload);
  if (refused || !message) throw new Refusal('conflict', refused ?? 'turn-not-playable');
  const { id: messageId, ...said } = message;
  const receipt = await runtime.deliver(
    { workspaceId: caller.workspace.id, conversationId: key.conversationId },
    { key: `replay:${key.seq}:${turn.conversation.epoch}`, type: 'turn.replayed', failedSeq: key.seq, messageId, ...said },
  );
  if (!receipt.outcome.ok) throw new Refusal('conflict', receipt.outcome.code === 'conversation-closed' ? 'turn-over' : 'turn-held');
  await settleTurn(deps, caller, key, 'replayed');
}
