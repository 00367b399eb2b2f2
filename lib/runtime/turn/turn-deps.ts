import type { CompiledFlow } from '@/flows/compiler/machine-json';
import type { Locale } from '@/flows/document/localized-text';
import type { Limits } from '@/flows/engine/engine-types';

/** What a turn uses besides its input: values and pure functions only. */
export interface TurnDeps {
  flow(versionId: string): CompiledFlow | undefined;
  limits: Limits;
  /** Channels whose messages leave through the outbox. On the others a message's row is the message. */
  outboxChannels: ReadonlySet<string>;
  /** What the customer is told when her conversation goes to a person because the assistant failed. */
  apology(language: Locale): string;
}
