/**
 * A request that can never succeed as it stands. `code` has a sentence for people (messages `errors.<code>`); the
 * message is for the log, and never holds a secret.
 */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';

  constructor(
    readonly code: HttpRefusal,
    message: string,
  ) {
    super(message);
  }
}

export type HttpRefusal =
  | 'http-bad-address'
  | 'http-address-refused'
  | 'http-redirect-refused'
  | 'http-too-large'
  | 'http-not-text'
  | 'http-bad-header'
  | 'http-secret-missing';
