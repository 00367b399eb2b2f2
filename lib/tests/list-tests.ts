import type { Caller } from '@/lib/auth/caller';
import type { TestDeps } from './test-deps';
import type { TestedFlow } from './test-views';

/** The workspace's flows with the number of their tests, in the order of their names. */
export async function listTests({ prisma }: TestDeps, caller: Caller): Promise<TestedFlow[]> {
  const flows = await prisma.flow.findMany({
    where: { workspaceId: caller.workspace.id, archivedAt: null },
    select: { id: true, name: true, _count: { select: { tests: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return flows.map(({ id, name, _count }) => ({ flowId: id, name, tests: _count.tests }));
}
