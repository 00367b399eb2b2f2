import type { Decision, RoutingState } from '@/flows/routing/decide';
import type { Committed, Presence } from '@/lib/runtime/runtime-types';
import { routingState } from '../routing-row';
import type { RoutingResult } from '../turn-store';
import type { SqliteDatabase } from './open-database';
import { prepareStatement } from './statement';

/** Who waits and who is there; synchronous, to be called inside a unit of the write lane. */
export interface RoutingTables {
  state(workspaceId: string): RoutingState;
  apply(workspaceId: string, decisions: readonly Decision[], now: number): RoutingResult;
  setPresence(workspaceId: string, agentId: string, presence: Presence, eventId: string, now: number): Committed[];
}

const AGENTS = `SELECT a."userId", u."name", a."presence", a."capacity", a."idleSince",
    (SELECT count(*) FROM "Conversation" c WHERE c."workspaceId" = a."workspaceId" AND c."agentId" = a."userId" AND c."owner" = 'agent')
    + (SELECT count(*) FROM "Conversation" c WHERE c."workspaceId" = a."workspaceId" AND c."offeredTo" = a."userId" AND c."owner" = 'queued'),
    (SELECT json_group_object("skillKey", "level") FROM "AgentSkill" s WHERE s."workspaceId" = a."workspaceId" AND s."userId" = a."userId"),
    (SELECT json_group_array("queueKey") FROM "QueueMember" q WHERE q."workspaceId" = a."workspaceId" AND q."userId" = a."userId")
  FROM "AgentProfile" a JOIN "User" u ON u."id" = a."userId" WHERE a."workspaceId" = ?`;

const WAITING = `SELECT "id", "requirement", "queueKey", "enqueuedAt", "offeredTo", "declinedBy", "handoffId" FROM "Conversation"
  WHERE "workspaceId" = ? AND "owner" = 'queued' ORDER BY "enqueuedAt"`;

export function createRoutingTables(db: SqliteDatabase): RoutingTables {
  const agents = prepareStatement(db, AGENTS);
  const waiting = prepareStatement(db, WAITING);
  const handoff = prepareStatement(db, 'SELECT "handoffId" FROM "Conversation" WHERE "workspaceId" = ? AND "id" = ?');
  const offer = prepareStatement(
    db,
    `UPDATE "Conversation" SET "version" = "version" + 1, "offeredTo" = ?, "offeredAt" = ?, "offerReason" = ?, "updatedAt" = ?
     WHERE "workspaceId" = ? AND "id" = ? AND "owner" = 'queued' AND "offeredTo" IS NULL`,
  );
  const withdraw = prepareStatement(
    db,
    `UPDATE "Conversation" SET "version" = "version" + 1, "offeredTo" = NULL, "offeredAt" = NULL, "offerReason" = NULL, "updatedAt" = ?
     WHERE "workspaceId" = ? AND "id" = ? AND "owner" = 'queued' AND "offeredTo" = ?`,
  );
  const note = prepareStatement(
    db,
    `INSERT INTO "ConversationEvent" ("workspaceId", "id", "conversationId", "seq", "caseNumber", "messageSeq", "type", "epoch", "agentId", "params", "at")
     SELECT "workspaceId", "id" || '.e' || ("eventSeq" + 1), "id", "eventSeq" + 1, "caseNumber", "messageSeq", ?, "epoch", ?, ?, ?
     FROM "Conversation" WHERE "workspaceId" = ? AND "id" = ?`,
  );
  const noted = prepareStatement(db, 'UPDATE "Conversation" SET "version" = "version" + 1, "eventSeq" = "eventSeq" + 1 WHERE "workspaceId" = ? AND "id" = ?');
  const presence = prepareStatement(db, 'SELECT "presence" FROM "AgentProfile" WHERE "workspaceId" = ? AND "userId" = ?');
  const setPresence = prepareStatement(
    db,
    'UPDATE "AgentProfile" SET "presence" = ?1, "presenceAt" = ?2, "idleSince" = CASE WHEN ?1 = \'available\' THEN ?2 ELSE "idleSince" END WHERE "workspaceId" = ?3 AND "userId" = ?4',
  );
  const notePresence = prepareStatement(
    db,
    `INSERT INTO "ConversationEvent" ("workspaceId", "id", "seq", "caseNumber", "type", "epoch", "agentId", "params", "at")
     VALUES (?, ?, 0, 0, 'presence-changed', 0, ?, ?, ?)`,
  );
  const event = (workspaceId: string, conversationId: string, type: string, agentId: string, params: unknown, now: number): void => {
    note.run(type, agentId, JSON.stringify(params), now, workspaceId, conversationId);
    noted.run(workspaceId, conversationId);
  };

  return {
    state(workspaceId) {
      return routingState(agents.all(workspaceId), waiting.all(workspaceId));
    },
    apply(workspaceId, decisions, now) {
      const result: RoutingResult = { committed: [], unavailable: [] };
      for (const decision of decisions) {
        const { conversationId } = decision;
        if (decision.kind === 'unavailable') {
          const effectId = handoff.get(workspaceId, conversationId)?.[0];
          if (typeof effectId === 'string') result.unavailable.push({ conversationId, effectId });
          continue;
        }
        const { agentId, reason } = decision;
        const changed =
          decision.kind === 'offer'
            ? offer.run(agentId, now, JSON.stringify(reason), now, workspaceId, conversationId)
            : withdraw.run(now, workspaceId, conversationId, agentId);
        if (changed === 0) continue;
        event(workspaceId, conversationId, decision.kind === 'offer' ? 'offered' : 'offer-withdrawn', agentId, { reason }, now);
        result.committed.push({ kind: 'conversation', workspaceId, conversationId });
      }
      if (result.committed.length > 0) result.committed.push({ kind: 'queue', workspaceId });
      return result;
    },
    setPresence(workspaceId, agentId, wanted, eventId, now) {
      const was = presence.get(workspaceId, agentId)?.[0];
      if (was === undefined) throw new Error(`no agent ${agentId} in this workspace`);
      if (was === wanted) return [];
      setPresence.run(wanted, now, workspaceId, agentId);
      notePresence.run(workspaceId, eventId, agentId, JSON.stringify({ from: was, to: wanted }), now);
      return [{ kind: 'presence', workspaceId }];
    },
  };
}
