import type { Owner } from '@/flows/conversation/ownership';
import type { LocalizedText } from '@/flows/document/localized-text';
import type { Caller } from '@/lib/auth/caller';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { inboxScope } from './inbox-scope';
import type { ConversationRow, InboxView, Priority } from './inbox-views';
import { answersIn, requirementSchema, textIn } from './stored-json';
import { toAuthor } from './thread-message';

/** Rows of one list; a person works on the first ones. */
const LONGEST_LIST = 200;
const URGENCY: Record<Priority, number> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** A list of the inbox. Mine: latest message first. Waiting and offered: the most urgent, then the one that waits longest. */
export async function listConversations(prisma: AdminDatabase, caller: Caller, view: InboxView): Promise<ConversationRow[]> {
  const workspaceId = caller.workspace.id;
  const conversations = await prisma.conversation.findMany({
    where: await inboxScope(prisma, caller, view),
    orderBy: view === 'mine' ? { lastMessageAt: 'desc' } : { enqueuedAt: 'asc' },
    take: LONGEST_LIST,
    include: { identity: { include: { profile: true, connection: { select: { channel: true } } } } },
  });
  const ids = conversations.map(({ id }) => id);
  const [queues, topics] = await Promise.all([queueNames(prisma, workspaceId), lastAnswers(prisma, workspaceId, ids)]);
  const rows = conversations.map((row): ConversationRow => ({
    id: row.id,
    customer: { id: row.profileId, name: row.identity.profile.name },
    channel: row.identity.connection.channel,
    language: row.language,
    preview: { from: toAuthor(row.previewFrom), text: row.preview },
    lastMessageAt: Number(row.lastMessageAt ?? row.createdAt),
    unread: row.unread,
    owner: row.owner as Owner,
    waitingSince: row.owner === 'queued' && row.enqueuedAt !== null ? Number(row.enqueuedAt) : null,
    queue: row.queueKey === null ? null : { key: row.queueKey, name: queues.get(row.queueKey) ?? {} },
    offeredToMe: row.owner === 'queued' && row.offeredTo === caller.userId,
    priority: row.requirement === null ? 'normal' : requirementSchema.parse(JSON.parse(row.requirement)).priority,
    topic: topics.get(row.id) ?? null,
  }));
  return view === 'mine' ? rows : rows.sort((a, b) => URGENCY[a.priority] - URGENCY[b.priority]);
}

/** Names of a workspace's queues by key. */
export async function queueNames(prisma: AdminDatabase, workspaceId: string): Promise<Map<string, LocalizedText>> {
  const queues = await prisma.queue.findMany({ where: { workspaceId } });
  return new Map(queues.map(({ key, name }) => [key, textIn(name)]));
}

async function lastAnswers(prisma: AdminDatabase, workspaceId: string, ids: readonly string[]): Promise<Map<string, LocalizedText>> {
  const steps = await prisma.stepLog.findMany({
    where: { workspaceId, conversationId: { in: [...ids] }, effects: { contains: '"answer.record"' } },
    orderBy: { inboundSeq: 'asc' },
    select: { conversationId: true, effects: true },
  });
  return new Map(steps.flatMap(({ conversationId, effects }) => answersIn(effects).map(({ value }) => [conversationId, value] as const)));
}
