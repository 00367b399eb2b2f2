import type pg from 'pg';
import { NO_INSTRUMENTS, type Instruments } from '@/lib/metrics/instruments';
import type { DueTimer, TurnStore } from '../turn-store';
import { articlesVersion, readArticles } from './article-table';
import { createCustomers } from './customers';
import { createDeliveries } from './deliveries';
import { createOutboxTable } from './outbox-table';
import { rowOf, rowsOf } from './queryable';
import { createRoutingTables } from './routing-tables';

/** What a process has taken of the outbox is another's when it gave no sign of life for so long. */
const LEASE_MS = 60_000;
/** Timers are not renewed: their turns take milliseconds. Of a lease. */
const FIRING_SHARE = 0.5;
/** As many rows as all processes together may be firing at once: beyond them nothing is claimed. */
const FIRING_ROWS = 2000;

const UNDRAINED = {
  name: 'undrained',
  text: 'SELECT "workspaceId", "id" FROM "Conversation" WHERE "drainedSeq" < "inboundSeq" LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED',
};
const DUE = {
  name: 'due-timers',
  text: `WITH due AS (SELECT "workspaceId", "sessionId", "timerId" FROM "Timer" WHERE "fireAt" <= $1 AND ("claimedUntil" IS NULL OR "claimedUntil" <= $1)
      ORDER BY "fireAt" LIMIT $2 FOR UPDATE SKIP LOCKED),
    claimed AS (UPDATE "Timer" t SET "claimedUntil" = $1 + $3::bigint FROM due d WHERE t."workspaceId" = d."workspaceId" AND t."sessionId" = d."sessionId" AND t."timerId" = d."timerId"
      RETURNING t."workspaceId", t."conversationId", t."sessionId", t."timerId", t."generation", t."fireAt")
    SELECT * FROM claimed ORDER BY "fireAt"`,
};
const NEXT_TIMER = {
  name: 'next-timer',
  text: `SELECT min(greatest("fireAt", "claimedUntil")) FROM (SELECT "fireAt", "claimedUntil" FROM "Timer" ORDER BY "fireAt" LIMIT ${FIRING_ROWS}) t`,
};
const WAITING = {
  name: 'waiting-workspaces',
  text: `SELECT w."id" FROM "Workspace" w WHERE EXISTS (SELECT 1 FROM "Conversation" c WHERE c."workspaceId" = w."id" AND c."owner" = 'queued')`,
};

/**
 * The store on PostgreSQL, for any number of processes. `close` ends what it does by itself; the pool is its owner's.
 *
 * @param leaseMs how long what a dead process was sending waits for another; what it was firing waits half as long
 */
export function createPostgresTurnStore(pool: pg.Pool, instruments: Instruments = NO_INSTRUMENTS, leaseMs = LEASE_MS): TurnStore & { close(): void } {
  const deliveries = createDeliveries(pool, instruments);
  const customers = createCustomers(pool);
  const routing = createRoutingTables(pool);
  const outbox = createOutboxTable(pool, leaseMs);
  return {
    deliver: deliveries.deliver,
    drain: deliveries.drain,
    undrained: async (limit) => (await rowsOf(pool, UNDRAINED, [limit])).map(([workspaceId, conversationId]) => ({ workspaceId: String(workspaceId), conversationId: String(conversationId) })),
    async articles(workspaceId) {
      // The version first: articles that are newer than it are read again by the next turn.
      const version = await articlesVersion(pool, workspaceId);
      return { workspaceId, version, languages: [], articles: await readArticles(pool, workspaceId) };
    },
    findConversation: customers.find,
    openConversation: customers.open,
    markMessages: customers.mark,
    markSeenByAgent: customers.markSeen,
    dueTimers: async (now, limit) =>
      (await rowsOf(pool, DUE, [now, limit, Math.round(leaseMs * FIRING_SHARE)])).map(
        ([workspaceId, conversationId, sessionId, timerId, generation, fireAt]) => ({ workspaceId, conversationId, sessionId, timerId, generation, fireAt }) as unknown as DueTimer,
      ),
    nextTimerAt: async () => ((await rowOf(pool, NEXT_TIMER, []))?.[0] ?? null) as number | null,
    setPresence: routing.setPresence,
    route: routing.route,
    waitingWorkspaces: async () => (await rowsOf(pool, WAITING, [])).map(([id]) => String(id)),
    claimOutbox: outbox.claim,
    finishOutbox: outbox.finish,
    nextOutboxAt: outbox.next,
    releaseClaims: outbox.release,
    close: outbox.close,
  };
}
