import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { Knowledge } from './knowledge';
import { storedArticles } from './stored-articles';

/** The use cases on articles over the database. */
export function createKnowledge({ prisma }: { prisma: AdminDatabase }): Knowledge {
  return {
    all: (caller) => storedArticles(prisma, caller.workspace.id),
  };
}
