import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { Locale } from '@/flows/document/localized-text';
import type { KnowledgeResult, Limits, SearchKnowledge } from '@/flows/engine/engine-types';

/** Searches the articles of a workspace, in the version that the turn has to see. Throws when they cannot be read. */
export type KnowledgeBase = (workspaceId: string, version: number, search: Parameters<SearchKnowledge>[0]) => KnowledgeResult;

/** What a turn uses besides its input: values and pure functions only. */
export interface TurnDeps {
  flow(versionId: string): CompiledFlow | undefined;
  limits: Limits;
  /** Channels whose messages leave through the outbox. On the others a message's row is the message. */
  outboxChannels: ReadonlySet<string>;
  /** Pure: a turn may be run again. */
  knowledge: KnowledgeBase;
  /** What the customer is told when her conversation goes to a person because the assistant failed. */
  apology(language: Locale): string;
}
