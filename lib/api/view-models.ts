/** The shapes that travel to the interface, by name. They live with the use cases that make them. */
export type { AgentState, Me, Preferences, Presence } from '@/lib/auth/account-views';
export type { Theme } from '@/lib/auth/caller';
export type { Permission } from '@/lib/auth/permissions';
export type { Role } from '@/lib/auth/roles';
export type { FlowCard, FlowView, NotSound, References, StaleRevision } from '@/lib/flows/flow-views';
export type {
  Answer,
  Author,
  ConversationRow,
  ConversationView,
  InboxCounts,
  InboxView,
  LiveEvent,
  PathStep,
  Priority,
  ReasonView,
  ThreadEvent,
  ThreadItem,
  ThreadMessage,
} from '@/lib/inbox/inbox-views';
