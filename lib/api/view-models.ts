/** The shapes that travel to the interface, by name. They live with the use cases that make them. */
export type { Me, Presence } from '@/lib/auth/account-views';
export type { FlowCard, FlowThumbnail, FlowView, References, StaleRevision, TemplateCard, VersionRow } from '@/lib/flows/flow-views';
export type { FlowTestView, TestedFlow } from '@/lib/tests/test-views';
export type { ArticleCard, ArticleView, KnowledgeView, StaleArticle, UnansweredCard } from '@/lib/knowledge/knowledge-views';
export type { PersonView } from '@/lib/auth/people/people';
export type { Role } from '@/lib/auth/roles';
export type { FlowUse } from '@/lib/flows/reference-uses';
export type { ApiKeyView } from '@/lib/settings/api-keys';
export type { CalendarView } from '@/lib/settings/calendars';
export type { QueuesView } from '@/lib/settings/queues';
export type { SecretView } from '@/lib/secrets/secrets';
export type { SkillMatrix } from '@/lib/settings/skills';
export type { FailedDeliveryRow, FailedTurnRow, FailedTurnView } from '@/lib/operations/operations-views';
export type { WidgetsView, WidgetView } from '@/lib/settings/widget';
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
