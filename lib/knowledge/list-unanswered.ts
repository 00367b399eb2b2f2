import type { Caller } from '@/lib/auth/caller';
import type { KnowledgeDeps } from './knowledge-deps';
import type { UnansweredCard, UnansweredView } from './knowledge-views';

const SHOWN = 200;

/** The open questions of the workspace, those asked most first. */
export async function listUnanswered({ prisma }: KnowledgeDeps, caller: Caller): Promise<UnansweredView> {
  const where = { workspaceId: caller.workspace.id, settledAt: null };
  const [total, rows] = await prisma.$transaction([
    prisma.unansweredQuestion.count({ where }),
    prisma.unansweredQuestion.findMany({ where, orderBy: [{ times: 'desc' }, { lastAskedAt: 'desc' }, { words: 'asc' }], take: SHOWN }),
  ]);
  return {
    total,
    questions: rows.map(({ language, words, text, outcome, times, firstAskedAt, lastAskedAt }) => ({
      language, words, text, outcome: outcome as UnansweredCard['outcome'], times, firstAskedAt: Number(firstAskedAt), lastAskedAt: Number(lastAskedAt),
    })),
  };
}
