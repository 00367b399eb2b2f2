import type { AgentState, Presence } from '@/lib/auth/account-views';
import type { Caller } from '@/lib/auth/caller';
import type { ConversationRow, ConversationView, InboxCounts, InboxView, LiveEvent } from './inbox-views';

/** Use cases of the people who answer, all within the caller's workspace. Commands refuse with the runtime's own code. */
export interface Inbox {
  counts(caller: Caller): Promise<InboxCounts>;
  list(caller: Caller, view: InboxView): Promise<ConversationRow[]>;
  /** Refuses `conversation-unknown`, as every use case below that takes an id. */
  conversation(caller: Caller, id: string): Promise<ConversationView>;
  accept(caller: Caller, id: string): Promise<void>;
  decline(caller: Caller, id: string): Promise<void>;
  release(caller: Caller, id: string): Promise<void>;
  /** `key` makes a repeated reply the same reply. Refuses `empty-message`, `not-owner`. */
  reply(caller: Caller, input: { id: string; key: string; text: string }): Promise<{ seq: number }>;
  note(caller: Caller, input: { id: string; key: string; text: string }): Promise<{ seq: number }>;
  close(caller: Caller, input: { id: string; disposition?: string }): Promise<void>;
  /** Tells the customer that the agent writes. Nothing is stored. */
  typing(caller: Caller, input: { id: string; active: boolean }): Promise<void>;
  setPresence(caller: Caller, presence: Presence): Promise<AgentState>;
  /** What happens in the caller's workspace that the caller may see, until the signal aborts. */
  live(caller: Caller, signal: AbortSignal): AsyncIterable<LiveEvent>;
}
