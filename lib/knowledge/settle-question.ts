import type { Caller } from '@/lib/auth/caller';
import { audit } from '@/lib/flows/audit';
import type { QuestionKey } from './knowledge';
import type { KnowledgeDeps } from './knowledge-deps';
import { settling, storedQuestion } from './question';

/** Puts a question aside, or opens it again. No article changes by it. */
export async function settleQuestion({ prisma, clock }: KnowledgeDeps, caller: Caller, { question, settled }: { question: QuestionKey; settled: boolean }): Promise<void> {
  await storedQuestion(prisma, caller, question);
  const at = clock.now();
  await prisma.$transaction([
    settling(prisma, caller, question, settled ? at : null),
    // Without its words, which are a customer's.
    audit(prisma, caller, { at, action: settled ? 'question.settled' : 'question.reopened', target: 'question', targetId: question.language, detail: {} }),
  ]);
}
