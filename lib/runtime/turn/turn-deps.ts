import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { Locale } from '@/flows/document/localized-text';
import type { KnowledgeResult, Limits, SearchKnowledge } from '@/flows/engine/engine-types';

/** Searches the articles of a workspace. */
export type KnowledgeBase = (workspaceId: string, search: Parameters<SearchKnowledge>[0]) => KnowledgeResult;

/** What a turn uses besides its input: values and pure functions only. */
export interface TurnDeps {
  flow(versionId: string): CompiledFlow | undefined;
  limits: Limits;
  /** Channels whose messages leave through the outbox. On the others a message's row is the message. */
  outboxChannels: ReadonlySet<string>;
  /** The workspace's articles; null where there are none. Pure: a turn may be run again. */
  knowledge: KnowledgeBase | null;
  /** What the customer is told when her conversation goes to a person because the assistant failed. */
  apology(language: Locale): string;
}
