import type { Committed, ConversationKey, OpenConversation } from '@/lib/runtime/runtime-types';
import type { SqlValue } from '../sql-value';
import { UnknownConversationError, type NewIds } from '../turn-store';
import type { SqliteDatabase } from './open-database';
import { prepareStatement } from './statement';

/** The customer's side besides turns. `find` may run on any connection, the rest inside a unit of the write lane. */
export interface Customers {
  open(input: OpenConversation, ids: NewIds, now: number): { conversationId: string; created: boolean };
  mark(key: ConversationKey, upTo: { delivered?: number; read?: number }, now: number): Committed[];
  markSeen(key: ConversationKey, agentId: string, now: number): Committed[];
}

const FIND = `SELECT c."id", c."language", c."profileId" FROM "Identity" i
  JOIN "Conversation" c ON c."workspaceId" = i."workspaceId" AND c."identityId" = i."id" AND c."threadKey" = ''
  WHERE i."workspaceId" = ? AND i."connectionId" = ? AND i."externalId" = ?`;

/** Who a customer is, found without waiting for the lane. */
export function createFinder(db: SqliteDatabase): (customer: Pick<OpenConversation, 'workspaceId' | 'connectionId' | 'externalId'>) => { id: string; language: string } | undefined {
  const find = prepareStatement(db, FIND);
  return ({ workspaceId, connectionId, externalId }) => {
    const row = find.get(workspaceId, connectionId, externalId);
    return row && { id: row[0] as string, language: row[1] as string };
  };
}

export function createCustomers(db: SqliteDatabase): Customers {
  const find = prepareStatement(db, FIND);
  const setLanguage = prepareStatement(db, 'UPDATE "Conversation" SET "version" = "version" + 1, "language" = ?, "updatedAt" = ? WHERE "workspaceId" = ? AND "id" = ?');
  const fillProfile = prepareStatement(
    db,
    `UPDATE "Profile" SET "name" = coalesce("name", ?), "email" = coalesce("email", ?), "phone" = coalesce("phone", ?),
       "locale" = ?, "updatedAt" = ? WHERE "workspaceId" = ? AND "id" = ?`,
  );
  const addProfile = prepareStatement(
    db,
    'INSERT INTO "Profile" ("workspaceId", "id", "name", "email", "phone", "locale", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addIdentity = prepareStatement(
    db,
    'INSERT INTO "Identity" ("workspaceId", "id", "profileId", "connectionId", "externalId", "createdAt") VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addConversation = prepareStatement(
    db,
    `INSERT INTO "Conversation" ("workspaceId", "id", "connectionId", "identityId", "profileId", "language", "owner", "createdAt", "updatedAt")
     VALUES (?, ?, ?, ?, ?, ?, 'bot', ?, ?)`,
  );
  const marks = prepareStatement(
    db,
    'SELECT "deliveredSeq", "readSeq", "messageSeq" FROM "Conversation" WHERE "workspaceId" = ? AND "id" = ?',
  );
  const setMarks = prepareStatement(
    db,
    'UPDATE "Conversation" SET "version" = "version" + 1, "deliveredSeq" = ?, "readSeq" = ? WHERE "workspaceId" = ? AND "id" = ?',
  );
  const stamp = (column: 'deliveredAt' | 'readAt') =>
    prepareStatement(
      db,
      `UPDATE "Message" SET "${column}" = ? WHERE "workspaceId" = ? AND "conversationId" = ? AND "seq" > ? AND "seq" <= ?
         AND "author" IN ('bot', 'agent', 'system') AND "${column}" IS NULL`,
    );
  const stampDelivered = stamp('deliveredAt');
  const stampRead = stamp('readAt');
  const seen = prepareStatement(
    db,
    `UPDATE "Conversation" SET "version" = "version" + 1, "unread" = 0 WHERE "workspaceId" = ? AND "id" = ? AND "agentId" = ? AND "unread" > 0`,
  );

  return {
    open(input, ids, now) {
      const { workspaceId, connectionId, externalId, language } = input;
      const found = find.get(workspaceId, connectionId, externalId);
      const contact = contactValues(input);
      if (found) {
        const [conversationId, spoken, profileId] = found as [string, string, string];
        if (spoken !== language) setLanguage.run(language, now, workspaceId, conversationId);
        fillProfile.run(...contact, language, now, workspaceId, profileId);
        return { conversationId, created: false };
      }
      addProfile.run(workspaceId, ids.profileId, ...contact, language, now, now);
      addIdentity.run(workspaceId, ids.identityId, ids.profileId, connectionId, externalId, now);
      addConversation.run(workspaceId, ids.conversationId, connectionId, ids.identityId, ids.profileId, language, now, now);
      return { conversationId: ids.conversationId, created: true };
    },
    mark({ workspaceId, conversationId }, upTo, now) {
      const row = marks.get(workspaceId, conversationId);
      if (!row) throw new UnknownConversationError(`no conversation ${conversationId}`);
      const [wasDelivered, wasRead, last] = row as [number, number, number];
      const read = Math.max(wasRead, Math.min(upTo.read ?? 0, last));
      // Who has read a message has received it.
      const delivered = Math.max(wasDelivered, Math.min(upTo.delivered ?? 0, last), read);
      if (delivered === wasDelivered && read === wasRead) return [];
      setMarks.run(delivered, read, workspaceId, conversationId);
      if (delivered > wasDelivered) stampDelivered.run(now, workspaceId, conversationId, wasDelivered, delivered);
      if (read > wasRead) stampRead.run(now, workspaceId, conversationId, wasRead, read);
      return [{ kind: 'receipts', workspaceId, conversationId, delivered, read }];
    },
    markSeen({ workspaceId, conversationId }, agentId) {
      return seen.run(workspaceId, conversationId, agentId) > 0 ? [{ kind: 'conversation', workspaceId, conversationId }] : [];
    },
  };
}

function contactValues({ contact }: OpenConversation): [SqlValue, SqlValue, SqlValue] {
  return [contact?.name ?? null, contact?.email ?? null, contact?.phone ?? null];
}
