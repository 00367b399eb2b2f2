import type pg from 'pg';
import type { Decision, RoutingState } from '@/flows/routing/decide';
import type { Committed, Presence } from '@/lib/runtime/runtime-types';
import { routingState } from '../routing-row';
import type { RoutingResult } from '../turn-store';
import { inTransaction } from './in-transaction';
import { rowOf, rowsOf, type Queryable } from './queryable';

/** Who waits and who is there. */
export interface RoutingTables {
  route(workspaceId: string, decide: (state: RoutingState, now: number) => Decision[], now: number): Promise<RoutingResult>;
  setPresence(workspaceId: string, agentId: string, presence: Presence, eventId: string, now: number): Promise<Committed[]>;
}

const WAITS = { name: 'somebody-waits', text: `SELECT 1 FROM "Conversation" WHERE "workspaceId" = $1 AND "owner" = 'queued' LIMIT 1` };
/** One routing of a workspace at a time, whatever the process; the database gives the lock back with the transaction. */
const ALONE = { name: 'route-alone', text: `SELECT pg_advisory_xact_lock(hashtextextended('relais route ' || $1::text, 0))` };
const AGENTS = {
  name: 'routing-agents',
  text: `SELECT a."userId", u."name", a."presence", a."capacity", a."idleSince",
      ((SELECT count(*) FROM "Conversation" c WHERE c."workspaceId" = a."workspaceId" AND c."agentId" = a."userId" AND c."owner" = 'agent')
      + (SELECT count(*) FROM "Conversation" c WHERE c."workspaceId" = a."workspaceId" AND c."offeredTo" = a."userId" AND c."owner" = 'queued'))::int,
      (SELECT coalesce(json_object_agg(s."skillKey", s."level"), '{}')::text FROM "AgentSkill" s WHERE s."workspaceId" = a."workspaceId" AND s."userId" = a."userId"),
      (SELECT coalesce(json_agg(q."queueKey"), '[]')::text FROM "QueueMember" q WHERE q."workspaceId" = a."workspaceId" AND q."userId" = a."userId")
    FROM "AgentProfile" a JOIN "User" u ON u."id" = a."userId" WHERE a."workspaceId" = $1 ORDER BY a."userId" COLLATE "C"`,
};
const WAITING = {
  name: 'routing-waiting',
  text: `SELECT "id", "requirement", "queueKey", "enqueuedAt", "offeredTo", "declinedBy", "handoffId" FROM "Conversation" WHERE "workspaceId" = $1 AND "owner" = 'queued' ORDER BY "enqueuedAt", "id" COLLATE "C"`,
};
/** The guards are evaluated under the row's lock: an offer that a turn has overtaken changes nothing. */
const decided = (name: string, set: string, guard: string, type: string) => ({
  name,
  text: `WITH c AS (UPDATE "Conversation" SET "version" = "version" + 1, "eventSeq" = "eventSeq" + 1, "updatedAt" = $4, ${set}
      WHERE "workspaceId" = $1 AND "id" = $2 AND "owner" = 'queued' AND ${guard} RETURNING *)
    INSERT INTO "ConversationEvent" ("workspaceId", "id", "conversationId", "seq", "caseNumber", "messageSeq", "type", "epoch", "agentId", "params", "at")
    SELECT "workspaceId", "id" || '.e' || "eventSeq", "id", "eventSeq", "caseNumber", "messageSeq", '${type}', "epoch", $3::text, json_build_object('reason', $5::json)::text, $4::bigint FROM c RETURNING 1`,
});
const OFFER = decided('offer', `"offeredTo" = $3::text, "offeredAt" = $4, "offerReason" = $5::text`, '"offeredTo" IS NULL', 'offered');
const WITHDRAW = decided('withdraw', `"offeredTo" = NULL, "offeredAt" = NULL, "offerReason" = NULL`, '"offeredTo" = $3::text', 'offer-withdrawn');
const PRESENCE = {
  name: 'set-presence',
  text: `WITH was AS (SELECT "presence" FROM "AgentProfile" WHERE "workspaceId" = $1 AND "userId" = $2 FOR NO KEY UPDATE),
    a AS (UPDATE "AgentProfile" SET "presence" = $3::text, "presenceAt" = $4::bigint, "idleSince" = CASE WHEN $3::text = 'available' THEN $4::bigint ELSE "idleSince" END
      FROM was WHERE "workspaceId" = $1 AND "userId" = $2 AND was."presence" <> $3::text RETURNING was."presence"),
    e AS (INSERT INTO "ConversationEvent" ("workspaceId", "id", "seq", "caseNumber", "type", "epoch", "agentId", "params", "at")
      SELECT $1::text, $5::text, 0, 0, 'presence-changed', 0, $2::text, json_build_object('from', a."presence", 'to', $3::text)::text, $4::bigint FROM a)
    SELECT (SELECT count(*)::int FROM a) FROM was`,
};

export function createRoutingTables(pool: pg.Pool): RoutingTables {
  return {
    async route(workspaceId, decide, now) {
      if (!(await rowOf(pool, WAITS, [workspaceId]))) return { committed: [], unavailable: [] };
      return inTransaction(pool, async (client) => {
        await rowOf(client, ALONE, [workspaceId]);
        const waiting = (await rowsOf(client, WAITING, [workspaceId])) as Parameters<typeof routingState>[1];
        const agents = (await rowsOf(client, AGENTS, [workspaceId])) as Parameters<typeof routingState>[0];
        const handoffs = new Map(waiting.map((row) => [row[0] as string, row[6] as string | null]));
        return apply(client, workspaceId, decide(routingState(agents, waiting), now), handoffs, now);
      });
    },
    async setPresence(workspaceId, agentId, wanted, eventId, now) {
      const row = await rowOf(pool, PRESENCE, [workspaceId, agentId, wanted, now, eventId]);
      if (!row) throw new Error(`no agent ${agentId} in this workspace`);
      return row[0] === 0 ? [] : [{ kind: 'presence', workspaceId }];
    },
  };
}

async function apply(client: Queryable, workspaceId: string, decisions: readonly Decision[], handoffs: ReadonlyMap<string, string | null>, now: number): Promise<RoutingResult> {
  const result: RoutingResult = { committed: [], unavailable: [] };
  for (const decision of decisions) {
    const { conversationId } = decision;
    if (decision.kind === 'unavailable') {
      const effectId = handoffs.get(conversationId);
      if (typeof effectId === 'string') result.unavailable.push({ conversationId, effectId });
      continue;
    }
    const changed = await rowOf(client, decision.kind === 'offer' ? OFFER : WITHDRAW, [workspaceId, conversationId, decision.agentId, now, JSON.stringify(decision.reason)]);
    if (changed) result.committed.push({ kind: 'conversation', workspaceId, conversationId });
  }
  if (result.committed.length > 0) result.committed.push({ kind: 'queue', workspaceId });
  return result;
}
