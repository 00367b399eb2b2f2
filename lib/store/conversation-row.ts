import type { HandoffRequirement } from '@/flows/compiler/machine-json';
import type { Json } from '@/flows/document/json';
import type { MessageAuthor } from '@/lib/runtime/runtime-types';
import type { SqlRow, SqlValue } from './sql-value';
import type { ConversationRecord, OwnerName } from './turn-records';

/** The columns a turn reads and writes, in the order of the two functions below. */
export const CONVERSATION_COLUMNS = [
  'connectionId', 'identityId', 'profileId', 'language', 'owner', 'epoch', 'agentId', 'queueKey', 'enqueuedAt',
  'offeredTo', 'offeredAt', 'offerReason', 'declinedBy', 'requirement', 'handoffId', 'caseNumber', 'segmentNumber',
  'sessionId', 'sessionNumber', 'inboundSeq', 'drainedSeq', 'messageSeq', 'eventSeq', 'outboxSeq', 'preview',
  'previewFrom', 'lastMessageAt', 'unread', 'updatedAt', 'closedAt',
] as const;

export function conversationFromRow(row: SqlRow): ConversationRecord {
  const text = (index: number): string => row[index] as string;
  const maybe = <T>(index: number): T | null => row[index] as T | null;
  const count = (index: number): number => row[index] as number;
  return {
    connectionId: text(0),
    identityId: text(1),
    profileId: text(2),
    language: text(3),
    owner: text(4) as OwnerName,
    epoch: count(5),
    agentId: maybe(6),
    queueKey: maybe(7),
    enqueuedAt: maybe(8),
    offeredTo: maybe(9),
    offeredAt: maybe(10),
    offerReason: fromJson<Json>(row[11]),
    declinedBy: text(12) === '[]' ? [] : (JSON.parse(text(12)) as string[]),
    requirement: fromJson<HandoffRequirement>(row[13]),
    handoffId: maybe(14),
    caseNumber: count(15),
    segmentNumber: count(16),
    sessionId: maybe(17),
    sessionNumber: count(18),
    inboundSeq: count(19),
    drainedSeq: count(20),
    messageSeq: count(21),
    eventSeq: count(22),
    outboxSeq: count(23),
    preview: text(24),
    previewFrom: text(25) as MessageAuthor | '',
    lastMessageAt: maybe(26),
    unread: count(27),
    updatedAt: count(28),
    closedAt: maybe(29),
  };
}

export function conversationValues(record: ConversationRecord): SqlValue[] {
  return [
    record.connectionId, record.identityId, record.profileId, record.language, record.owner, record.epoch, record.agentId,
    record.queueKey, record.enqueuedAt, record.offeredTo, record.offeredAt, toJson(record.offerReason),
    record.declinedBy.length === 0 ? '[]' : JSON.stringify(record.declinedBy), toJson(record.requirement), record.handoffId,
    record.caseNumber, record.segmentNumber, record.sessionId, record.sessionNumber, record.inboundSeq, record.drainedSeq,
    record.messageSeq, record.eventSeq, record.outboxSeq, record.preview, record.previewFrom, record.lastMessageAt,
    record.unread, record.updatedAt, record.closedAt,
  ];
}

function fromJson<T>(value: SqlValue | undefined): T | null {
  return typeof value === 'string' ? (JSON.parse(value) as T) : null;
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
