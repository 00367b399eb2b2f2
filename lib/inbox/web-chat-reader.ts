import type { ConversationReader } from '@/lib/channels/web-chat/ports';
import type { ConversationKey, MessageAuthor, StoredMessage } from '@/lib/runtime/runtime-types';
import type { Message } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import type { TurnStore } from '@/lib/store/turn-store';
import { agentNames } from './agent-names';
import { contentSchema } from './stored-json';

/** Visitors remembered with their conversation: it is asked for with every message, and never changes. */
const REMEMBERED = 20_000;

/** What the web-chat door reads of conversations. */
export function createWebChatReader(prisma: AdminDatabase, turns: Pick<TurnStore, 'findConversation'>): ConversationReader {
  const known = new Map<string, ConversationKey>();
  return {
    async find({ workspaceId, connectionId, externalId }) {
      const visitor = JSON.stringify([workspaceId, connectionId, externalId]);
      const remembered = known.get(visitor);
      if (remembered) return remembered;
      const conversationId = await turns.findConversation({ workspaceId, connectionId, externalId });
      if (conversationId === null) return null;
      const key = { workspaceId, conversationId };
      const oldest = known.keys().next();
      if (known.size >= REMEMBERED && !oldest.done) known.delete(oldest.value);
      known.set(visitor, key);
      return key;
    },
    async messages({ workspaceId, conversationId }, after, limit) {
      const rows = await prisma.message.findMany({ where: { workspaceId, conversationId, seq: { gt: after } }, orderBy: { seq: 'asc' }, take: limit });
      return rows.map(stored);
    },
    async snapshot({ workspaceId, conversationId }) {
      const row = await prisma.conversation.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: conversationId } } });
      const [names, seen] = await Promise.all([
        agentNames(prisma, workspaceId, [row.agentId]),
        prisma.message.findFirst({ where: { workspaceId, conversationId, author: 'customer' }, orderBy: { seq: 'desc' }, skip: row.unread, select: { seq: true } }),
      ]);
      return {
        owner: row.owner as 'bot' | 'queued' | 'agent' | 'snoozed' | 'closed',
        agent: row.agentId === null ? null : { id: row.agentId, name: names.get(row.agentId) ?? '' },
        delivered: row.deliveredSeq,
        read: row.readSeq,
        seenByAgent: row.agentId === null ? 0 : (seen?.seq ?? 0),
      };
    },
    async agentName(workspaceId, agentId) {
      return (await agentNames(prisma, workspaceId, [agentId])).get(agentId) ?? null;
    },
  };
}

function stored(row: Message): StoredMessage {
  const { parts, options, choice, language } = contentSchema.parse(JSON.parse(row.content));
  return {
    seq: row.seq,
    id: row.id,
    author: row.author as MessageAuthor,
    authorId: row.authorId,
    language: language ?? '',
    parts,
    ...(options && { options }),
    ...(choice !== undefined && { choice }),
    caseNumber: row.caseNumber,
    epoch: row.epoch,
    sentAt: Number(row.sentAt),
  };
}
