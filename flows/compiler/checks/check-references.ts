import type { Reference } from '@/flows/nodes/define-node';
import type { DiagnosticCode } from '../diagnostic-codes';
import type { ResolvedFlow } from '../resolved-flow';

/** The keys of the skills, queues and calendars a workspace has. */
export interface KnownReferences {
  skills: readonly string[];
  queues: readonly string[];
  /** Without it calendars are not checked. */
  calendars?: readonly string[];
  /** Channel connections by public key; `own` answers with this flow. Without it none is checked. */
  connections?: readonly { key: string; own: boolean }[];
}

/** Names the workspace does not have; nothing is checked when the workspace is not known. */
export function checkReferences(flow: ResolvedFlow, known: KnownReferences | undefined): void {
  if (!known) return;
  for (const [id, { type, data }] of flow.nodes) {
    for (const { kind, key, path } of type.refs(data as never)) {
      const keys = { skill: known.skills, queue: known.queues, calendar: known.calendars }[kind];
      if (keys && !keys.includes(key)) flow.report(UNKNOWN[kind], { node: id, path }, { key });
    }
  }
}

const UNKNOWN: Record<Reference['kind'], DiagnosticCode> = { skill: 'unknown-skill', queue: 'unknown-queue', calendar: 'unknown-calendar' };
