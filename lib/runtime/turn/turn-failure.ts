import type { JsonObject } from '@/flows/document/json';

/** The flow cannot go on. Thrown inside a turn; the turn is then run again without its flow, and a human gets it. */
export class TurnFailure extends Error {
  override readonly name = 'TurnFailure';

  constructor(
    readonly code: string,
    readonly detail: string,
    readonly node: string | null,
    /** Facts and state it failed on, for whoever repairs the flow. */
    readonly circumstances: JsonObject,
  ) {
    super(`${code}: ${detail}`);
  }
}
