import type { IncomingMessage } from 'node:http';

/**
 * Whether the page that asks stands on a site that may carry the widget. Browsers name the page's origin themselves;
 * who sends none is no page of another site. It keeps the widget off other sites' pages; it is no lock against programs.
 */
export function siteAllowed({ headers }: Pick<IncomingMessage, 'headers'>, sites: readonly string[]): boolean {
  const { origin, host } = headers;
  if (sites.length === 0 || origin === undefined) return true;
  return sites.includes(origin) || origin === `http://${host}` || origin === `https://${host}`;
}
