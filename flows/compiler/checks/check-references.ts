import type { ResolvedFlow } from '../resolved-flow';

/** The keys of the skills and queues a workspace has. */
export interface KnownReferences {
  skills: readonly string[];
  queues: readonly string[];
}

/** Skills and queues that the workspace does not have; nothing is checked when the workspace is not known. */
export function checkReferences(flow: ResolvedFlow, known: KnownReferences | undefined): void {
  if (!known) return;
  for (const [id, { type, data }] of flow.nodes) {
    for (const { kind, key, path } of type.refs(data as never)) {
      const exists = kind === 'skill' ? known.skills.includes(key) : known.queues.includes(key);
      if (!exists) flow.report(kind === 'skill' ? 'unknown-skill' : 'unknown-queue', { node: id, path }, { key });
    }
  }
}
