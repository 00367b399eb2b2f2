import type { IncomingMessage } from 'node:http';
import type { ApiKeyLookup } from '@/lib/auth/api-key-lookup';
import { createRateLimiter } from '@/lib/channels/web-chat/rate-limit';
import type { Clock } from '@/lib/clock';
import { Refusal } from '@/lib/refusal';
import { EVENT_BODY_LIMIT, eventInputSchema, type EventInput } from '@/lib/triggers/event-input';
import type { Events } from '@/lib/triggers/events';
import { readJson } from './read-json';
import type { Route } from './route';

/** Per key. */
const LIMIT = { burst: 100, perSecond: 20 };
/** How deep an event's data may lie: it is walked by recursion. */
const DEEPEST = 40;

/** Other systems tell what happened: `202` with a receipt once it is on disk. */
export function eventsRoute({ apiKeys, events, clock }: { apiKeys: ApiKeyLookup; events: Events; clock: Clock }): Route {
  const take = createRateLimiter(LIMIT);
  return {
    name: 'events',
    path: '/api/v1/events',
    methods: ['POST'],
    access: 'api-key',
    bodyLimit: EVENT_BODY_LIMIT,
    async handle(request, response) {
      const key = await apiKeys(bearer(request));
      if (!key) throw new Refusal('unauthenticated', 'api-key-unknown');
      const wait = take(key.id, clock.now());
      if (wait > 0) {
        response.setHeader('Retry-After', wait);
        throw new Refusal('too-many', 'too-many-events');
      }
      const receipt = await events.accept(key.workspaceId, readEvent(await readJson(request, EVENT_BODY_LIMIT)));
      response.writeHead(202, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(receipt));
    },
  };
}

function bearer(request: IncomingMessage): string {
  const [, key] = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
  if (key === undefined) throw new Refusal('unauthenticated', 'api-key-missing');
  return key;
}

function readEvent(body: unknown): EventInput {
  if (isTooDeep(body)) throw new Refusal('invalid', 'invalid-event', { field: 'data', problem: `deeper than ${DEEPEST}` });
  const parsed = eventInputSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  throw new Refusal('invalid', 'invalid-event', { field: [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].join('.'), problem: issue?.message ?? '' });
}

function isTooDeep(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
