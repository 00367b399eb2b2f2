import type { FlowDocument } from '@/flows/document/flow-document';
import { Refusal } from '@/lib/refusal';
import type { StaleRevision } from './flow-views';

/** Somebody saved in between; the draft as it stands travels along. */
export function staleRevision(revision: number, document: FlowDocument): Refusal {
  const data: StaleRevision = { revision, document };
  return new Refusal('conflict', 'stale-revision', { ...data });
}
