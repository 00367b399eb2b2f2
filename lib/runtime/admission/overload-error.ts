/** Whose doing it is: the conversation's, the workspace's, or the whole program has too much to do. */
export type OverloadScope = 'conversation' | 'workspace' | 'program';

/** Not accepted: too much waits already. Nothing was written; the sender comes back. */
export class OverloadError extends Error {
  override readonly name = 'OverloadError';

  constructor(
    readonly scope: OverloadScope,
    /** Whole seconds to wait, from the measured pace. */
    readonly retryAfter: number,
  ) {
    super(`too much waits (${scope}): again in ${retryAfter} s`);
  }
}
