import { secretsNamed } from '@/flows/http/secrets-named';
import { dataFields } from '@/flows/nodes/data-fields';
import type { Reference } from '@/flows/nodes/define-node';
import type { DiagnosticCode } from '../diagnostic-codes';
import type { ResolvedFlow, ResolvedNode } from '../resolved-flow';

/** The keys of what a workspace has. */
export interface KnownReferences {
  skills: readonly string[];
  queues: readonly string[];
  /** Without it calendars are not checked. */
  calendars?: readonly string[];
  /** Channel connections by public key; `own` answers with this flow. Without it none is checked. */
  connections?: readonly { key: string; own: boolean }[];
  /** Without it secrets are not checked. */
  secrets?: readonly string[] | undefined;
}

/** Names the workspace does not have; nothing is checked when the workspace is not known. */
export function checkReferences(flow: ResolvedFlow, known: KnownReferences | undefined): void {
  if (!known) return;
  for (const [id, resolved] of flow.nodes) {
    for (const { kind, key, path } of resolved.type.refs(resolved.data as never)) {
      const keys = { skill: known.skills, queue: known.queues, calendar: known.calendars }[kind];
      if (keys && !keys.includes(key)) flow.report(UNKNOWN[kind], { node: id, path }, { key });
    }
    for (const { key, path } of secretsOf(resolved)) {
      if (known.secrets?.includes(key) === false) flow.report('unknown-secret', { node: id, path }, { key });
    }
  }
}

/** The secrets that templates of requests name, where they name them; no other text may. */
function secretsOf({ type, data }: ResolvedNode): { key: string; path: (string | number)[] }[] {
  return dataFields(type.data, data).flatMap(({ field, path, value }) => (field === 'request-template' && typeof value === 'string' ? secretsNamed(value).map((key) => ({ key, path })) : []));
}

const UNKNOWN: Record<Reference['kind'], DiagnosticCode> = { skill: 'unknown-skill', queue: 'unknown-queue', calendar: 'unknown-calendar' };
