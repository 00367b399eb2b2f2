import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '@/lib/auth/caller';
import type { Permission } from '@/lib/auth/permissions';
import type { SessionLookup } from '@/lib/auth/session-lookup';
import { cookieOf } from './cookies';
import { PAGE_HEADER, signPageHeader, type PageReader } from './page-header';
import { FILE_POLICY, pagePolicy } from './page-policy';
import type { Route } from './route';
import { webHeaders } from './web-headers';

/** What Next gives: answers a request for a page or one of its files. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const SIGN_IN = '/sign-in';
const THEME_COOKIE = 'relais_theme';
const base = { methods: ['GET', 'HEAD'], bodyLimit: 0 } as const;

/** Parts of the site and what they ask of their reader; every other page asks for a session only. */
const AREAS: readonly { path: string; permission: Permission }[] = [
  { path: '/inbox', permission: 'inbox.read' },
  { path: '/flows', permission: 'flows.read' },
  { path: '/simulate', permission: 'flows.test' },
  { path: '/tests', permission: 'flows.test' },
  { path: '/articles', permission: 'knowledge.read' },
  { path: '/settings/people', permission: 'people.manage' },
  { path: '/settings/secrets', permission: 'secrets.manage' },
  { path: '/settings/api-keys', permission: 'api-keys.manage' },
  { path: '/settings/failed-turns', permission: 'operations.manage' },
  { path: '/settings/failed-deliveries', permission: 'operations.manage' },
  { path: '/settings', permission: 'workspace.configure' },
];

/** Where a person's work begins: the first whose permission is held. A tester may read flows, and works on tests. */
const HOMES: readonly { path: string; permission: Permission }[] = [
  { path: '/inbox', permission: 'inbox.read' },
  { path: '/flows', permission: 'flows.edit' },
  { path: '/tests', permission: 'flows.test' },
  { path: '/articles', permission: 'knowledge.read' },
];

/**
 * Pages and their files, handed over to Next. The session is checked here; pages learn who reads by a signed header,
 * and an incoming header of that name is thrown away.
 */
export function pageRoutes(options: { next: PageHandler; sessions: SessionLookup; pageSecret: string; dev: boolean }): Route[] {
  const { next, sessions, pageSecret, dev } = options;
  const asset = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    Reflect.deleteProperty(request.headers, PAGE_HEADER);
    response.setHeader('Content-Security-Policy', FILE_POLICY);
    await next(request, response);
  };
  return [
    { ...base, name: 'page-files', path: '/_next/', access: 'anyone', handle: asset },
    { ...base, name: 'icon', path: '/favicon.ico', access: 'anyone', handle: asset },
    { ...base, name: 'icon-svg', path: '/icon.svg', access: 'anyone', handle: asset },
    {
      ...base,
      name: 'pages',
      path: '/',
      access: 'page',
      async handle(request, response, { url, locale }) {
        const { caller, cookies } = await sessions(webHeaders(request), locale);
        if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
        const elsewhere = caller ? wayIn(caller, url) : wayOut(url);
        if (elsewhere !== null) {
          response.writeHead(303, { Location: elsewhere, 'Cache-Control': 'no-store' }).end();
          return;
        }
        const { policy } = pagePolicy({ dev });
        response.setHeader('Content-Security-Policy', policy);
        request.headers['content-security-policy'] = policy;
        request.headers[PAGE_HEADER] = signPageHeader(reader(caller, locale, cookieOf(request, THEME_COOKIE)), pageSecret);
        await next(request, response);
      },
    },
  ];
}

/** Where a signed-out reader is sent; null to stay. */
function wayOut(url: URL): string | null {
  if (url.pathname === SIGN_IN) return null;
  const wanted = url.pathname === '/' ? '' : `?next=${encodeURIComponent(url.pathname + url.search)}`;
  return SIGN_IN + wanted;
}

/** Where a signed-in reader is sent instead of a page that is not his; null to stay. */
function wayIn(caller: Caller, url: URL): string | null {
  const home = HOMES.find(({ permission }) => caller.permissions.includes(permission))?.path ?? null;
  if (url.pathname === SIGN_IN || url.pathname === '/') return home;
  const area = AREAS.find(({ path }) => url.pathname === path || url.pathname.startsWith(`${path}/`));
  return area && !caller.permissions.includes(area.permission) ? home : null;
}

function reader(caller: Caller | null, locale: string, theme: string | undefined): PageReader {
  if (!caller) return { locale, theme: theme === 'light' || theme === 'dark' ? theme : 'system', user: null, roles: [], workspace: null };
  const { userId, name, roles, workspace } = caller;
  return { locale: caller.locale, theme: caller.theme, user: { id: userId, name }, roles, workspace: { id: workspace.id, name: workspace.name } };
}
