import type { LocalizedText } from '@/flows/document/localized-text';
import type { Caller } from '@/lib/auth/caller';
import type { FlowUse } from '@/lib/flows/reference-uses';

/** queues.list. `members` are ids of agents; `waiting` counts conversations that wait in it now. */
export interface QueuesView {
  queues: { key: string; name: LocalizedText; isDefault: boolean; members: string[]; waiting: number }[];
  agents: { id: string; name: string }[];
}

/** What keeps a queue from being deleted. */
export interface QueueUses {
  flows: FlowUse[];
  waiting: number;
}

/** Use cases on queues, all within the caller's workspace. Exactly one is the default. */
export interface Queues {
  list(caller: Caller): Promise<QueuesView>;
  /** Refuses `key-taken`, `person-unknown`. */
  create(caller: Caller, input: { name: LocalizedText; key?: string | undefined; members: string[] }): Promise<{ key: string }>;
  /** Refuses `queue-gone`, `person-unknown`. */
  save(caller: Caller, input: { key: string; name: LocalizedText; members: string[] }): Promise<void>;
  /** Where conversations wait that no flow sent to a queue. Refuses `queue-gone`. */
  makeDefault(caller: Caller, key: string): Promise<void>;
  uses(caller: Caller, key: string): Promise<QueueUses>;
  /** Refuses `queue-gone`, `default-queue`, `queue-not-empty`, and `in-use` with {@link QueueUses}. */
  remove(caller: Caller, key: string): Promise<void>;
}
