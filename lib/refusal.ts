/** What sort of refusal: decides the HTTP status and the tRPC code. */
export type RefusalKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'too-large';

/**
 * A use case says no, for a reason the caller can act on. `code` has a sentence in every language
 * (messages `errors.<code>`); `data` travels to the client beside it.
 */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly data: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
