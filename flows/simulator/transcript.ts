import type { Effect, Instant, SessionState, TraceEntry } from '@/flows/engine/engine-types';
import type { NodeId, PortId } from '@/flows/document/flow-document';
import type { JsonObject } from '@/flows/document/json';

/** One line of a played conversation. `at` is an ISO 8601 instant in UTC. */
export interface TranscriptEntry {
  at: string;
  from: 'customer' | 'assistant' | 'agent' | 'system';
  text?: string;
  options?: { value: string; label: string }[];
  /** What happened, where no words were said: the type of the engine's event or the kind of its effect. */
  event?: string;
  /** Variables that have another value after this entry, with that value. */
  changed?: JsonObject;
  /** Why the conversation went on as it did; on the entry that caused it. */
  trace?: TraceEntry[];
}

export interface Transcript {
  entries: TranscriptEntry[];
  state: SessionState['status'];
  variables: JsonObject;
  /** Steps in the order entered, each with the port it was left by. */
  path: { node: NodeId; port?: PortId }[];
  effects: Effect[];
  pendingTimers: { timerId: string; fireAt: string }[];
}

export function isoInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}
