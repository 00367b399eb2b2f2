import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { FlowDeps } from './flow-deps';
import { saveFlow } from './save-flow';
import { storedDraft } from './stored-draft';

/** How often somebody else may save between reading and writing. */
const TRIES = 5;

/** Renames a flow, and with it its document: one more saved change, whatever revision the draft has. */
export async function renameFlow(deps: FlowDeps, caller: Caller, { id, name }: { id: string; name: string }): Promise<{ revision: number }> {
  for (let left = TRIES; ; left -= 1) {
    const { flow } = await storedDraft(deps.prisma, caller, id);
    if (flow.name === name) return { revision: flow.draftRevision };
    try {
      return await saveFlow(deps, caller, { id, baseRevision: flow.draftRevision, operations: [{ kind: 'document.set', path: 'name', value: name }] });
    } catch (error) {
      if (left <= 1 || !(error instanceof Refusal) || error.code !== 'stale-revision') throw error;
    }
  }
}
