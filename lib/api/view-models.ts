/** The shapes that travel to the interface, by name. They live with the use cases that make them. */
export type { Me, Presence } from '@/lib/auth/account-views';
export type { FlowCard, FlowThumbnail, FlowView, References, StaleRevision, TemplateCard, VersionRow } from '@/lib/flows/flow-views';
export type { KnowledgeView } from '@/lib/knowledge/knowledge';
export type { FlowTestView, TestedFlow } from '@/lib/tests/test-views';
export type {
  Author,
  ConversationRow,
  ConversationView,
  InboxCounts,
  LiveEvent,
  PathStep,
  ReasonView,
  ThreadEvent,
  ThreadItem,
  ThreadMessage,
} from '@/lib/inbox/inbox-views';
