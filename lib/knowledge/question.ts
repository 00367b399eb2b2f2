import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { UnansweredQuestion } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { QuestionKey } from './knowledge';

/** A question of the caller's workspace. Refuses `question-unknown`. */
export async function storedQuestion(prisma: AdminDatabase, caller: Caller, question: QuestionKey): Promise<UnansweredQuestion> {
  const row = await prisma.unansweredQuestion.findUnique({ where: keyOf(caller, question) });
  if (!row) throw new Refusal('not-found', 'question-unknown');
  return row;
}

/** Marks a question as settled by the caller, in a batch with what settles it; `at` null opens it again. */
export function settling(prisma: AdminDatabase, caller: Caller, question: QuestionKey, at: number | null) {
  return prisma.unansweredQuestion.update({
    where: keyOf(caller, question),
    data: { settledAt: at === null ? null : BigInt(at), settledBy: at === null ? null : caller.userId },
  });
}

function keyOf(caller: Caller, { language, words }: QuestionKey) {
  return { workspaceId_language_words: { workspaceId: caller.workspace.id, language, words } };
}
