import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '@/lib/ids';
import { TURN_HEADER, turnId } from '@/lib/metrics/turn-id';
import type { ConversationKey } from '@/lib/runtime/runtime-types';
import { visitorTopic } from '@/lib/realtime/hub';
import { createAdmission, type Load } from '@/lib/runtime/admission/admission';
import { letLoopTurn } from './let-loop-turn';
import { createBodyBudget, type BodyBudget } from './body-budget';
import { BACK_AFTER, busyProblem } from './busy';
import { corsHeaders } from './cors';
import { openEventStream } from './event-stream';
import type { WebChatConnection, WebChatDeps, WebChatLimits } from './ports';
import { Problem, sendProblem, toProblemCode } from './problem';
import { siteAllowed } from './site-allowed';
import { createRateLimiter, type TakeToken } from './rate-limit';
import { readBody } from './read-body';
import { matchRoute, type Action } from './routes';
import { createStreams } from './streams';
import { connectionSecret, issueVisitorToken } from './visitor-token';
import { NEW_VISITOR, PAGE, visitorView } from './visitor-view';
import { parseJson, webChatConnector } from './web-chat.connector';
import { askedLanguage, pickLanguage } from './language';
import { webChatConfig } from './web-chat-config';
import { afterSchema, receiptsBodySchema, typingBodySchema, visitorBodySchema, type WireConversation } from './wire';
import type { z } from 'zod';

/** Answers `/chat/v1/…`; resolves to false for any other path. */
export interface WebChatHandler {
  (request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Ends every stream, and says when to come back. */
  sayGoodbye(): void;
  /** What has been asked and is not answered. */
  load(): Load;
}

const DEFAULT_LIMITS: WebChatLimits = {
  messages: { burst: 30, perSecond: 2 },
  signals: { burst: 60, perSecond: 5 },
  streams: 20,
  allStreams: 20_000,
  bodyBytes: 64 * 1024 * 1024,
  heartbeatMs: 15_000,
  // About a second's work: who waits longer is better told so.
  depth: { underway: 32, waiting: 640, waitingInWorkspace: 512, waitingInConversation: 64 },
};

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
  connection: WebChatConnection;
  /** As the request asks for it; for sentences and for a new visitor. */
  language: string | undefined;
}
interface Visitor {
  id: string;
  language: string;
  identity: { workspaceId: string; connectionId: string; externalId: string };
}

/**
 * The web-chat protocol (docs/widget-protocol.md) on plain node:http. No cookies, so any origin may call.
 * Rejects never: an unexpected failure is logged and answered with 503.
 */
export function webChatHandler(deps: WebChatDeps): WebChatHandler {
  const { runtime, conversations, connections, hub, clock } = deps;
  const limits = { ...DEFAULT_LIMITS, ...deps.limits };
  const connector = webChatConnector(clock.now);
  const view = visitorView(conversations, connector);
  const streams = createStreams({ perVisitor: limits.streams, altogether: limits.allStreams }, limits.heartbeatMs, clock);
  const bodies = createBodyBudget(limits.bodyBytes);
  const takeMessage = createRateLimiter(limits.messages);
  const takeSignal = createRateLimiter(limits.signals);

  const actions: Record<Action, (asked: Asked) => Promise<void>> = {
    config: async ({ response, connection, language }) => sendJson(response, 200, webChatConfig(connection, language)),
    visitors: createVisitor,
    messages: receiveMessage,
    conversation: readConversation,
    events: openStream,
    typing: receiveTyping,
    receipts: receiveReceipts,
  };

  // In front of everything that reads the database: what is asked waits here, and not as thousands of half-done requests.
  const gate = createAdmission(() => performance.now(), Math.random, limits.depth, letLoopTurn);
  const inTurn = <T>(visitor: Visitor, work: () => Promise<T>): Promise<T> => gate.run(placeOf(visitor), 'customer', work);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const route = matchRoute(request.url ?? '');
    if (!route) return false;
    for (const [name, value] of Object.entries(corsHeaders(request))) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return true;
    }
    let language = askedLanguage(request, route.query);
    try {
      const connection = await connections.byPublicKey(route.publicKey);
      if (!connection) throw new Problem('unknown-connection');
      language ??= connection.languages[0];
      if (!siteAllowed(request, connection.sites)) throw new Problem('site-not-allowed');
      if (!route.action) throw new Problem('unknown-path');
      if (request.method !== route.action.method) throw new Problem('method-not-allowed', { headers: { allow: `${route.action.method}, OPTIONS` } });
      await actions[route.action.name]({ request, response, query: route.query, connection, language });
    } catch (error) {
      const refused = error instanceof Problem ? error : busyProblem(error);
      if (!refused) deps.log.error({ err: error }, 'web chat request failed');
      const problem = refused ?? new Problem('temporarily-unavailable', { headers: { 'retry-after': BACK_AFTER } });
      if (response.headersSent) response.destroy();
      else sendProblem(response, problem, language);
    }
    return true;
  };
  return Object.assign(handle, {
    sayGoodbye: streams.close,
    load: gate.load,
  });

  async function createVisitor({ request, response, connection, language }: Asked): Promise<void> {
    const body = await jsonBody(bodies, request, visitorBodySchema);
    const visitorId = newId();
    const claims = { visitorId, language: pickLanguage(connection.languages, body.language ?? language), issuedAt: clock.now() };
    sendJson(response, 201, { token: issueVisitorToken(connectionSecret(deps.secret, connection.id), claims), visitorId });
  }

  async function receiveMessage(asked: Asked): Promise<void> {
    const visitor = authenticate(asked);
    allow(takeMessage, visitor);
    gate.check(placeOf(visitor));
    const bytes = await bodyBytes(bodies, asked.request);
    const parsed = connector.parse({ ...rawRequest(asked.request), body: bytes }, visitor.id);
    if (!parsed.ok) throw new Problem(toProblemCode(parsed.code), parsed.detail === undefined ? {} : { field: parsed.detail });
    const event = parsed.events[0];
    if (event?.kind !== 'message') throw new Problem('invalid-body');
    const { id, text, choice } = connector.interpret(event, []);
    const receipt = await inTurn(visitor, async () => {
      const key = await conversationOf(visitor);
      const given = await runtime.deliver(key, { key: id, type: 'customer.message', text, ...(choice === undefined ? {} : { choice }) });
      asked.response.setHeader(TURN_HEADER, turnId(key, id));
      return given;
    });
    if (!receipt.outcome.ok) throw new Problem('message-refused');
    sendJson(asked.response, 202, { id, seq: receipt.outcome.messageSeq ?? null, at: receipt.at });
  }

  /** Opened by the first message only: a visitor who writes nothing leaves no trace. */
  async function conversationOf(visitor: Visitor): Promise<ConversationKey> {
    const known = await conversations.find(visitor.identity);
    if (known) return known;
    const { conversationId } = await runtime.openConversation({ ...visitor.identity, language: visitor.language });
    const key = { workspaceId: visitor.identity.workspaceId, conversationId };
    hub.publish(visitorTopic(visitor.identity), { kind: 'opened', ...key });
    return key;
  }

  async function readConversation(asked: Asked): Promise<void> {
    const visitor = authenticate(asked);
    const after = afterOf(asked);
    const answer = await inTurn(visitor, async (): Promise<WireConversation> => {
      const key = await conversations.find(visitor.identity);
      const stored = key ? await conversations.messages(key, after, PAGE) : [];
      return {
        messages: key ? await view.messages(key, stored) : [],
        ...(key ? await view.status(key) : NEW_VISITOR),
        cursor: stored.at(-1)?.seq ?? after,
        more: stored.length === PAGE,
      };
    });
    sendJson(asked.response, 200, answer);
  }

  async function openStream(asked: Asked): Promise<void> {
    const visitor = authenticate(asked);
    const after = afterOf(asked);
    const slot = streams.reserve(visitorTopic(visitor.identity));
    if (typeof slot === 'string') throw new Problem(slot === 'visitor' ? 'too-many-streams' : 'overloaded', { headers: { 'retry-after': '10' } });
    const stream = openEventStream(asked.response, deps, view, visitor.identity, after);
    slot(stream, asked.response);
    await stream.begin();
  }

  async function receiveTyping(asked: Asked): Promise<void> {
    const visitor = authenticate(asked);
    allow(takeSignal, visitor);
    const { active } = await jsonBody(bodies, asked.request, typingBodySchema);
    const key = await inTurn(visitor, () => conversations.find(visitor.identity));
    if (key) {
      for (const topic of [`conversation:${key.conversationId}`, `workspace:${key.workspaceId}`] as const) {
        hub.publish(topic, { kind: 'typing', conversationId: key.conversationId, from: 'customer', active });
      }
    }
    asked.response.writeHead(204).end();
  }

  async function receiveReceipts(asked: Asked): Promise<void> {
    const visitor = authenticate(asked);
    allow(takeSignal, visitor);
    const upTo = await jsonBody(bodies, asked.request, receiptsBodySchema);
    await inTurn(visitor, async () => {
      const key = await conversations.find(visitor.identity);
      if (key) await runtime.markMessages(key, upTo);
    });
    asked.response.writeHead(204).end();
  }

  function authenticate({ request, connection }: Asked): Visitor {
    const verified = connector.verify({ ...rawRequest(request), body: NO_BYTES }, connectionSecret(deps.secret, connection.id));
    if (!verified.ok) throw new Problem(toProblemCode(verified.code), { headers: { 'www-authenticate': 'Bearer' } });
    const id = verified.sender ?? '';
    return { id, language: verified.language ?? '', identity: { workspaceId: connection.workspaceId, connectionId: connection.id, externalId: id } };
  }

  function allow(take: TakeToken, visitor: Visitor): void {
    const wait = take(visitor.id, clock.now());
    if (wait > 0) throw new Problem('too-many-requests', { headers: { 'retry-after': String(wait) } });
  }
}

const NO_BYTES = new Uint8Array();

/** One visitor's place in the queue; she may have no conversation yet. */
function placeOf({ identity }: Visitor): ConversationKey {
  return { workspaceId: identity.workspaceId, conversationId: identity.externalId };
}

function rawRequest({ method, url, headers }: IncomingMessage): { method: string; url: string; headers: Record<string, string | undefined> } {
  return { method: method ?? 'GET', url: url ?? '', headers: { authorization: headers.authorization } };
}

async function bodyBytes(bodies: BodyBudget, request: IncomingMessage): Promise<Buffer> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) throw new Problem('unsupported-media-type');
  const body = await readBody(request, bodies);
  if (!body.ok) throw new Problem(body.code, body.code === 'overloaded' ? { headers: { 'retry-after': BACK_AFTER } } : {});
  return body.bytes;
}

async function jsonBody<T>(bodies: BodyBudget, request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const json = parseJson(await bodyBytes(bodies, request));
  if (!json) throw new Problem('invalid-json');
  const body = schema.safeParse(json.value);
  if (!body.success) throw new Problem('invalid-body', { field: body.error.issues[0]?.path.join('.') ?? '' });
  return body.data;
}

/** Where to go on: `?after=`, or what a browser's EventSource remembers. */
function afterOf({ query, request }: Asked): number {
  const remembered = request.headers['last-event-id'];
  const after = afterSchema.safeParse(query.get('after') ?? (typeof remembered === 'string' ? remembered : '0'));
  if (!after.success) throw new Problem('invalid-query', { field: 'after' });
  return after.data;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
