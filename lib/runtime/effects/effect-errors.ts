/** The effect can never succeed: it is not tried again. `code` has a sentence for people where people see it. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** It did not succeed this time. `after`, in milliseconds, is how long the other side wants to be left alone. */
export class RetryableError extends Error {
  override readonly name = 'RetryableError';

  constructor(
    readonly code: string,
    message: string,
    readonly after?: number,
  ) {
    super(message);
  }
}
