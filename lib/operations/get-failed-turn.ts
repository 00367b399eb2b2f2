import type { Caller } from '@/lib/auth/caller';
import { failedTurnRows } from './failed-turn-rows';
import type { OperationsDeps } from './operations-deps';
import type { FailedTurnKey, FailedTurnView } from './operations-views';
import { playableMessage, storedFailure } from './stored-failure';
import { storedTurn } from './stored-turn';
import { Refusal } from '@/lib/refusal';

/** One failed turn with all that was kept of it. Refuses `turn-unknown`. */
export async function getFailedTurn({ prisma }: Pick<OperationsDeps, 'prisma'>, caller: Caller, key: FailedTurnKey): Promise<FailedTurnView> {
  const turn = await storedTurn(prisma, caller, key);
  const [row] = await failedTurnRows(prisma, caller.workspace.id, [turn]);
  if (!row) throw new Refusal('not-found', 'turn-unknown');
  const { event, facts = null, state = null, trace = null } = storedFailure(turn.error);
  const { choice, text = null } = playableMessage(turn.payload) ?? {};
  // A pressed button may say nothing but its value.
  return { ...row, language: turn.conversation.language, text: text === '' ? (choice ?? '') : text, recorded: { event: event ?? JSON.parse(turn.payload), facts, state, trace } };
}
