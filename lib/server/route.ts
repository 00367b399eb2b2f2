import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppLocale } from '@/lib/i18n/locales';

/**
 * Who may call a route. Each route states it; the door (door.ts) and the routes' tests read it.
 * - `anyone`: no cookie is read; the answer is the same for everybody.
 * - `visitor`: a customer's bearer token, checked by the channel.
 * - `api-key`: a bearer key of a workspace, checked by the route.
 * - `account`: cookies are read and set; the caller may be signed out (sign-in itself).
 * - `member`: each procedure checks the session and its permission.
 * - `operator`: whoever runs the program: this machine itself, or the bearer of a token of theirs.
 * - `page`: a session, or the sign-in page.
 */
export type Access = 'anyone' | 'visitor' | 'api-key' | 'account' | 'member' | 'operator' | 'page';

/** What the door found out about a request before it reached its route. */
export interface RouteContext {
  url: URL;
  /** The language to speak before one knows who asks: cookie, then browser. */
  locale: AppLocale;
  /** The sentence for an error code, in that language. */
  sentence(code: string): string;
}

export interface Route {
  name: string;
  /** An exact path, or a prefix when it ends with `/`. */
  path: string;
  methods: readonly string[];
  access: Access;
  /** Largest request body, in bytes. */
  bodyLimit: number;
  handle(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void>;
}
