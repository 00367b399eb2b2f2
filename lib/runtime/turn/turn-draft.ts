import type { Json, JsonObject } from '@/flows/document/json';
import type { HandoffRequirement } from '@/flows/compiler/machine-json';
import { own, type OwnershipEvent } from '@/flows/conversation/ownership';
import type {
  CaseRecord, ContactRecord, ConversationEventRecord, ConversationRecord, OutboxRecord, SegmentRecord, SessionRecord, StepRecord, TimerWrite, TurnInput,
  TurnWrites, UnansweredRecord,
} from '@/lib/store/turn-records';
import type { ConversationEventParams, ConversationEventType } from '../conversation-events';
import type { Outcome, RefusalCode, StoredMessage } from '../runtime-types';
import { previewOf } from './preview';
import { turnId } from '@/lib/metrics/turn-id';
import type { TurnDeps } from './turn-deps';
import type { TurnFailure } from './turn-failure';

type NewMessage = Pick<StoredMessage, 'id' | 'author' | 'parts'> & Partial<Pick<StoredMessage, 'authorId' | 'options' | 'choice' | 'language'>>;

/**
 * What a turn has decided so far. Lives for one call of `turn()`; nothing outside sees it change.
 * Sequences, epochs and segments are kept right here, so that the parts of a turn only say what happens.
 */
export class TurnDraft {
  readonly conversation: ConversationRecord;
  case: CaseRecord | null;
  session: SessionRecord | null;
  private readonly steps: StepRecord[] = [];
  private readonly messages: StoredMessage[] = [];
  private readonly events: ConversationEventRecord[] = [];
  private readonly segments: SegmentRecord[] = [];
  private endedSegment: TurnWrites['endedSegment'] = null;
  private readonly timers: TimerWrite[] = [];
  private readonly outbox: OutboxRecord[] = [];
  private readonly unanswered: UnansweredRecord[] = [];
  private readonly busied = new Set<string>();
  /** The customer's attributes as set so far. */
  private attributes: JsonObject;
  private attributesChanged = false;
  private caseChanged = false;
  private sessionChanged = false;
  routing = false;

  constructor(
    readonly input: TurnInput,
    readonly deps: TurnDeps,
    /** The first attempt's failure: this one runs without its flow. */
    readonly failure: TurnFailure | null,
  ) {
    const { conversation, seq, now } = input;
    this.conversation = {
      ...conversation,
      inboundSeq: Math.max(conversation.inboundSeq, seq),
      drainedSeq: Math.max(conversation.drainedSeq, seq),
      updatedAt: now,
    };
    this.case = input.case;
    this.session = input.session;
    this.attributes = input.contact.attributes;
  }

  /** Who the customer is, with what this turn has set. */
  get contact(): ContactRecord {
    return { ...this.input.contact, attributes: this.attributes };
  }

  /** Null unsets. */
  setAttribute(name: string, value: Json): void {
    const { [name]: _before, ...others } = this.attributes;
    this.attributes = value === null ? others : { ...others, [name]: value };
    this.attributesChanged = true;
  }

  get now(): number {
    return this.input.now;
  }

  /** Null when the ownership machine accepts, else why it does not. */
  own(event: OwnershipEvent): string | null {
    const { owner, epoch, agentId } = this.conversation;
    const result = own({ owner, epoch, agentId }, event);
    if (!result.accepted) return result.code;
    const { next } = result;
    const left = agentId !== null && (next.agentId !== agentId || next.owner !== 'agent') ? agentId : null;
    for (const agent of [left, next.agentId]) if (agent !== null) this.busied.add(agent);
    Object.assign(this.conversation, next);
    if (next.owner !== owner || next.epoch !== epoch || next.agentId !== agentId) this.beginSegment(owner);
    this.routing ||= next.owner === 'queued' || owner === 'queued' || left !== null;
    return null;
  }

  /** Ends the running segment and begins the one of the present owner; a closed conversation has none. */
  beginSegment(previousOwner: string): void {
    const { conversation, now } = this;
    const running = this.segments.at(-1);
    if (running) running.endedAt = now;
    else if (conversation.segmentNumber > 0 && previousOwner !== 'closed') {
      this.endedSegment = { number: conversation.segmentNumber, endedAt: now };
    }
    if (conversation.owner === 'closed') return;
    conversation.segmentNumber += 1;
    this.segments.push({
      number: conversation.segmentNumber,
      caseNumber: conversation.caseNumber,
      owner: conversation.owner,
      epoch: conversation.epoch,
      agentId: conversation.agentId,
      queueKey: conversation.queueKey,
      startedAt: now,
      endedAt: null,
    });
  }

  changeCase(changes: Partial<CaseRecord>): void {
    if (!this.case) return;
    this.case = { ...this.case, ...changes };
    this.caseChanged = true;
  }

  openCase(record: CaseRecord): void {
    this.case = record;
    this.caseChanged = true;
  }

  saveSession(session: SessionRecord): void {
    this.session = session;
    this.sessionChanged = true;
  }

  addStep(step: StepRecord): void {
    this.steps.push(step);
  }

  addUnanswered(question: UnansweredRecord): void {
    this.unanswered.push(question);
  }

  addTimer(write: TimerWrite): void {
    this.timers.push(write);
  }

  /** Appends a message and returns its sequence. What customers see travels by the outbox where the channel has one. */
  addMessage(message: NewMessage): number {
    const { conversation, input } = this;
    conversation.messageSeq += 1;
    const stored: StoredMessage = {
      authorId: null,
      language: conversation.language,
      ...message,
      seq: conversation.messageSeq,
      caseNumber: conversation.caseNumber,
      epoch: conversation.epoch,
      sentAt: this.now,
    };
    this.messages.push(stored);
    if (stored.author !== 'note') {
      conversation.preview = previewOf(stored.parts);
      conversation.previewFrom = stored.author;
      conversation.lastMessageAt = this.now;
    }
    if ((stored.author === 'bot' || stored.author === 'agent') && this.case) this.noteReply(stored.author, this.case);
    if (this.deps.outboxChannels.has(input.connection.channel) && ['bot', 'agent', 'system'].includes(stored.author)) {
      conversation.outboxSeq += 1;
      const { author, language, parts, options } = stored;
      const payload = JSON.parse(
        JSON.stringify({
          author,
          channel: input.connection.channel,
          connectionId: conversation.connectionId,
          externalId: input.connection.externalId,
          messageSeq: stored.seq,
          content: { language, parts, options },
        }),
      ) as JsonObject;
      this.outbox.push({ id: `${input.key.conversationId}.m${stored.seq}`, seq: conversation.outboxSeq, kind: 'message.send', payload, epoch: 0 });
    }
    return stored.seq;
  }

  /** An effect that leaves and is no message: nothing waits behind it, and a new owner does not call it back. */
  addEffect(id: string, kind: string, payload: JsonObject): void {
    this.conversation.outboxSeq += 1;
    this.outbox.push({ id, seq: this.conversation.outboxSeq, kind, payload, epoch: 0 });
  }

  note<T extends ConversationEventType>(type: T, params: ConversationEventParams[T], agentId: string | null = null): void {
    const { conversation } = this;
    conversation.eventSeq += 1;
    this.events.push({
      seq: conversation.eventSeq,
      type,
      caseNumber: conversation.caseNumber,
      messageSeq: conversation.messageSeq,
      epoch: conversation.epoch,
      agentId,
      params: params as JsonObject,
      at: this.now,
    });
  }

  /** Takes the conversation out of whatever queue it is in. */
  leaveQueue(): void {
    Object.assign(this.conversation, {
      queueKey: null, enqueuedAt: null, offeredTo: null, offeredAt: null, offerReason: null, declinedBy: [], requirement: null, handoffId: null,
    } satisfies Partial<ConversationRecord>);
  }

  enterQueue(requirement: HandoffRequirement, handoffId: string | null): void {
    const { queues } = this.input;
    const queue =
      queues.find(({ key }) => key === requirement.queue) ?? queues.find(({ isDefault }) => isDefault) ?? queues[0];
    Object.assign(this.conversation, {
      queueKey: queue?.key ?? null, enqueuedAt: this.now, offeredTo: null, offeredAt: null, offerReason: null, declinedBy: [], requirement, handoffId,
    } satisfies Partial<ConversationRecord>);
  }

  refuse(code: RefusalCode): TurnWrites {
    return this.finish({ ok: false, code });
  }

  /** Rows are stamped with the owner's epoch as it is after the turn. */
  finish(outcome: Outcome): TurnWrites {
    const { epoch, owner } = this.conversation;
    if (this.input.event.type === 'customer.message' && (owner === 'queued' || owner === 'agent')) this.conversation.unread += 1;
    return {
      outcome,
      conversation: this.conversation,
      case: this.caseChanged ? this.case : null,
      session: this.sessionChanged ? this.session : null,
      steps: this.steps,
      messages: this.messages.map((message) => ({ ...message, epoch })),
      events: this.events.map((event) => ({ ...event, epoch })),
      endedSegment: this.endedSegment,
      segments: this.segments,
      timers: this.timers,
      outbox: this.outbox.map((item) => ({ ...item, epoch, payload: { ...item.payload, turn: turnId(this.input.key, this.input.event.key) } })),
      unanswered: this.unanswered,
      attributes: this.attributesChanged ? this.attributes : null,
      busied: [...this.busied],
      quarantine: this.failure ? { code: this.failure.code, detail: this.failure.detail, node: this.failure.node, ...this.failure.circumstances } : null,
      routing: this.routing,
    };
  }

  private noteReply(author: 'bot' | 'agent', open: CaseRecord): void {
    if (open.firstReplyAt === null) this.changeCase({ firstReplyAt: this.now });
    if (author !== 'agent' || open.firstAgentAt !== null) return;
    this.changeCase({ firstAgentAt: this.now });
    this.note('first-reply', { waited: open.handedOffAt === null ? 0 : this.now - open.handedOffAt }, this.conversation.agentId);
  }
}
