/** What sort of refusal: decides the HTTP status and the tRPC code. `internal` is our own fault. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'wrong-host'
  | 'too-many'
  | 'unavailable'
  | 'internal';

/** HTTP status by kind. */
export const REFUSAL_STATUS: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'wrong-host': 421,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
};

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
