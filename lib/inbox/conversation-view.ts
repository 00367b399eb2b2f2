import type { Owner } from '@/flows/conversation/ownership';
import { defaultRegistry } from '@/flows/nodes/registry';
import type { Caller } from '@/lib/auth/caller';
import { Refusal } from '@/lib/refusal';
import type { ConversationEvent, Prisma } from '@/lib/store/prisma/generated/client';
import type { AdminDatabase } from '@/lib/store/prisma/lane-prisma';
import { agentNames } from './agent-names';
import type { ConversationView, ReasonView, ThreadEvent, ThreadItem, ThreadMessage } from './inbox-views';
import { messageFates } from './message-fates';
import { queueNames } from './list-conversations';
import { sessionStory } from './session-story';
import { paramsSchema, reasonSchema } from './stored-json';
import { rowToItem } from './thread-message';

/** Messages of a thread that are shown; older ones stay in the database. */
const LONGEST_THREAD = 500;
const EVERYTHING = { identity: { include: { profile: true, connection: { select: { channel: true } } } } } satisfies Prisma.ConversationInclude;

/** One conversation with its thread, its answers and its way through the flow. Refuses `conversation-unknown`. */
export async function conversationView(prisma: AdminDatabase, caller: Caller, id: string): Promise<ConversationView> {
  const workspaceId = caller.workspace.id;
  const row = await prisma.conversation.findUnique({ where: { workspaceId_id: { workspaceId, id } }, include: EVERYTHING });
  if (!row) throw new Refusal('not-found', 'conversation-unknown');
  const within = { workspaceId, conversationId: id };
  const [messages, events, currentCase, queues, story, membership] = await Promise.all([
    prisma.message.findMany({ where: within, orderBy: { seq: 'desc' }, take: LONGEST_THREAD }),
    prisma.conversationEvent.findMany({ where: within, orderBy: { seq: 'desc' }, take: LONGEST_THREAD }),
    prisma.case.findUnique({ where: { workspaceId_conversationId_number: { ...within, number: row.caseNumber } } }),
    queueNames(prisma, workspaceId),
    sessionStory(prisma, defaultRegistry, { ...within, caseNumber: row.caseNumber }),
    prisma.queueMember.count({ where: { workspaceId, userId: caller.userId, queueKey: row.queueKey ?? '' } }),
  ]);
  const reason = row.offerReason === null ? null : reasonSchema.parse(JSON.parse(row.offerReason));
  const names = await agentNames(prisma, workspaceId, [
    row.agentId,
    ...messages.map(({ authorId }) => authorId),
    ...events.map(({ agentId }) => agentId),
    ...(reason?.others ?? []).map(({ agentId }) => agentId),
  ]);
  const { profile, connection } = row.identity;
  const waits = row.owner === 'queued';
  const offeredToMe = waits && row.offeredTo === caller.userId;
  const accepted = events.filter(({ type }) => type === 'accepted').map(({ epoch, at }) => ({ epoch, at: Number(at) })).reverse();
  const fates = await messageFates(prisma, within, row.epoch, accepted);
  const items = messages
    .map((message) => {
      const fate = fates.get(message.seq);
      return { ...rowToItem(message, names), ...(fate && { fate }) };
    })
    .reverse();
  return {
    id,
    customer: { id: profile.id, name: profile.name, email: profile.email, phone: profile.phone, locale: profile.locale },
    channel: connection.channel,
    language: row.language,
    owner: row.owner as Owner,
    epoch: row.epoch,
    agent: row.agentId === null ? null : { id: row.agentId, name: names.get(row.agentId) ?? '' },
    queue: row.queueKey === null ? null : { key: row.queueKey, name: queues.get(row.queueKey) ?? {} },
    openedAt: Number(currentCase?.openedAt ?? row.createdAt),
    offeredToMe,
    offerReason: reason && withNames(reason, names),
    canAccept: caller.permissions.includes('inbox.answer') && waits && (offeredToMe || (row.offeredTo === null && membership > 0)),
    messages: inOrder(items, events.reverse(), names),
    answers: story.answers,
    path: story.path,
    flow: story.flow,
    receipts: { delivered: row.deliveredSeq, read: row.readSeq },
    assistantSummary: assistantSummary(messages.filter(({ caseNumber }) => caseNumber === row.caseNumber)),
  };
}

/** Each event stands after the messages that were there when it happened. */
function inOrder(messages: readonly ThreadMessage[], events: readonly ConversationEvent[], names: ReadonlyMap<string, string>): ThreadItem[] {
  const oldest = messages[0]?.seq ?? 0;
  const waiting = events.filter(({ messageSeq }) => messages.length < LONGEST_THREAD || messageSeq >= oldest);
  const items: ThreadItem[] = [];
  let next = 0;
  for (const message of messages) {
    for (let event = waiting[next]; event && event.messageSeq < message.seq; event = waiting[(next += 1)]) items.push(eventItem(event, names));
    items.push(message);
  }
  return [...items, ...waiting.slice(next).map((event) => eventItem(event, names))];
}

function eventItem(event: ConversationEvent, names: ReadonlyMap<string, string>): ThreadEvent {
  const params = paramsSchema.parse(JSON.parse(event.params));
  const agent = event.agentId === null ? undefined : names.get(event.agentId);
  return { kind: 'event', seq: event.seq, code: event.type, params: { ...params, ...(agent !== undefined && { agent }) }, at: Number(event.at) };
}

function withNames(reason: ReasonView, names: ReadonlyMap<string, string>): ReasonView {
  return { ...reason, others: reason.others.map((other) => ({ ...other, name: names.get(other.agentId) ?? '' })) };
}

function assistantSummary(messages: readonly { author: string; sentAt: bigint }[]): ConversationView['assistantSummary'] {
  const times = messages.filter(({ author }) => author === 'bot').map(({ sentAt }) => Number(sentAt));
  return times.length === 0 ? { count: 0, from: 0, to: 0 } : { count: times.length, from: Math.min(...times), to: Math.max(...times) };
}
