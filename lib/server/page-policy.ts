import { randomBytes } from 'node:crypto';

/**
 * The policy of a page's files. It counts only for a file that a worker starts from (the canvas lays flows out in one):
 * a worker loads its parts from here, and nothing else.
 */
export const FILE_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

/**
 * The Content-Security-Policy of one page: scripts run only with this answer's nonce, which Next reads from the
 * request's own header and puts on the scripts it writes. Styles may be inline: the canvas positions steps by `style`.
 */
export function pagePolicy(options: { dev: boolean }): { nonce: string; policy: string } {
  const nonce = randomBytes(16).toString('base64');
  // Next's development client evaluates modules; the built one never does.
  const script = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${options.dev ? " 'unsafe-eval'" : ''}`;
  const policy = [
    "default-src 'self'",
    script,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${options.dev ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { nonce, policy };
}
