import type { DueTimer, TurnStore } from '../turn-store';
import { createArticleTable } from './article-table';
import { createCustomers, createFinder } from './customers';
import { createDeliveries } from './deliveries';
import type { SqliteDatabase } from './open-database';
import { createOutboxTable } from './outbox-table';
import { createRoutingTables } from './routing-tables';
import { prepareStatement } from './statement';
import type { WriteLane } from './write-lane';

/**
 * The store on one SQLite file. Every call that writes is one unit of the write lane: synchronous within, so that it
 * shares its commit with whatever else waits, and answered after that commit.
 */
export function createSqliteTurnStore(lane: WriteLane, write: SqliteDatabase, read: SqliteDatabase): TurnStore {
  const deliveries = createDeliveries(write);
  const customers = createCustomers(write);
  const find = createFinder(read);
  const routing = createRoutingTables(write);
  const outbox = createOutboxTable(write);
  const articles = createArticleTable(read);
  const undrained = prepareStatement(read, 'SELECT "workspaceId", "id" FROM "Conversation" WHERE "drainedSeq" < "inboundSeq" LIMIT ?');
  const due = prepareStatement(
    read,
    'SELECT "workspaceId", "conversationId", "sessionId", "timerId", "generation", "fireAt" FROM "Timer" WHERE "fireAt" <= ? ORDER BY "fireAt" LIMIT ?',
  );
  const nextTimer = prepareStatement(read, 'SELECT min("fireAt") FROM "Timer"');
  const nextOutbox = prepareStatement(read, `SELECT min("nextAttemptAt") FROM "Outbox" WHERE "state" = 'pending'`);
  const waits = prepareStatement(read, `SELECT 1 FROM "Conversation" WHERE "workspaceId" = ? AND "owner" = 'queued' LIMIT 1`);
  const waitingWorkspaces = prepareStatement(
    read,
    `SELECT w."id" FROM "Workspace" w WHERE EXISTS (SELECT 1 FROM "Conversation" c WHERE c."workspaceId" = w."id" AND c."owner" = 'queued')`,
  );

  return {
    deliver: (key, event, program) => lane.run(() => deliveries.deliver(key, event, program), 'turn'),
    undrained: async (limit) =>
      undrained.all(limit).map(([workspaceId, conversationId]) => ({ workspaceId: String(workspaceId), conversationId: String(conversationId) })),
    drain: (key, program) => lane.run(() => deliveries.drain(key, program), 'turn'),
    articles: async (workspaceId) => {
      // The version first: articles that are newer than it are read again by the next turn.
      const version = articles.version(workspaceId);
      return { workspaceId, version, languages: [], articles: articles.all(workspaceId) };
    },
    findConversation: async (customer) => find(customer)?.id ?? null,
    async openConversation(input, ids, now) {
      const found = find(input);
      // Nothing to write: what is known of her stands.
      if (found?.language === input.language && !input.contact) return { conversationId: found.id, created: false };
      return lane.run(() => customers.open(input, ids, now));
    },
    markMessages: (key, upTo, now) => lane.run(() => customers.mark(key, upTo, now)),
    markSeenByAgent: (key, agentId, now) => lane.run(() => customers.markSeen(key, agentId, now)),
    dueTimers: async (now, limit) =>
      due.all(now, limit).map(
        ([workspaceId, conversationId, sessionId, timerId, generation, fireAt]) =>
          ({ workspaceId, conversationId, sessionId, timerId, generation, fireAt }) as unknown as DueTimer,
      ),
    nextTimerAt: async () => (nextTimer.get()?.[0] ?? null) as number | null,
    setPresence: (workspaceId, agentId, presence, eventId, now) =>
      lane.run(() => routing.setPresence(workspaceId, agentId, presence, eventId, now)),
    async route(workspaceId, decide, now) {
      if (!waits.get(workspaceId)) return { committed: [], unavailable: [] };
      return lane.run(() => routing.apply(workspaceId, decide(routing.state(workspaceId), now), now));
    },
    waitingWorkspaces: async () => waitingWorkspaces.all().map(([id]) => String(id)),
    claimOutbox: (now, limit, except = []) => lane.run(() => outbox.claim(now, limit, except)),
    finishOutbox: (item, result, now) => lane.run(() => outbox.finish(item, result, now)),
    nextOutboxAt: async () => (nextOutbox.get()?.[0] ?? null) as number | null,
    releaseClaims: () => lane.run(() => outbox.release()),
  };
}
