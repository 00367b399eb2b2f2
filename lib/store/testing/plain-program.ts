import type { RuntimeEvent, StoredMessage } from '@/lib/runtime/runtime-types';
import type { CaseRecord, FlowSource, TurnInput, TurnWrites } from '../turn-records';
import type { TurnProgram } from '../turn-store';

/**
 * For store tests: a program without flows, so that what is tested is the store. It answers each customer message
 * with `echo <text>`; some texts ask for something else:
 * `throw` (the turn fails), `collide` (what it writes cannot be stored), `timer <generation>`, `outbox`, `queue`,
 * `attributes` (counts them and adds one), `ask <question>` and `doubt <question>` (it was not answered).
 */
export function plainProgram(now: () => number): TurnProgram {
  const shelved = new Map<string, FlowSource>();
  return {
    now,
    flows: { has: (id) => shelved.has(id), put: (id, source) => void shelved.set(id, source), get: () => undefined },
    knowledge: { has: () => false },
    turn(input) {
      if (textOf(input.event) === 'throw') throw new Error('planted');
      return write(input, `echo ${textOf(input.event)}`);
    },
    failed: (input, error) => ({ ...write(input, 'sorry', true), quarantine: { detail: String(error) } }),
  };
}

function write(input: TurnInput, answer: string, failed = false): TurnWrites {
  const { conversation: before, event, seq, now } = input;
  const text = textOf(event);
  const first = before.caseNumber === 0;
  const messages: StoredMessage[] = [
    { ...message(input, 1), id: event.key, author: 'customer', parts: [{ kind: 'text', text }] },
    { ...message(input, 2), id: `${event.key}:answer`, author: 'bot', parts: [{ kind: 'text', text: answer }] },
  ];
  if (text === 'collide' && !failed) messages.push({ ...message(input, 2), id: 'again', author: 'bot', parts: [] });
  const open: CaseRecord = {
    number: 1, openedAt: now, firstReplyAt: now, firstAgentAt: null, handedOffAt: null, closedAt: null, handledBy: null, closedBy: null,
    disposition: null, flowVersionId: null,
  };
  const sessionId = `${input.key.conversationId}.s1`;
  const generation = /^timer (\d+)$/.exec(text)?.[1];
  return {
    outcome: { ok: true, messageSeq: before.messageSeq + 1 },
    conversation: {
      ...before, caseNumber: 1, inboundSeq: Math.max(before.inboundSeq, seq), drainedSeq: seq, messageSeq: before.messageSeq + 2,
      outboxSeq: before.outboxSeq + (text === 'outbox' ? 1 : 0), eventSeq: before.eventSeq + 1, segmentNumber: 1, preview: answer,
      previewFrom: 'bot', lastMessageAt: now, updatedAt: now, epoch: text === 'accept' ? before.epoch + 1 : before.epoch,
      ...(text === 'queue' && { owner: 'queued' as const, queueKey: 'service', enqueuedAt: now, handoffId: `${sessionId}:1:0` }),
    },
    case: first ? open : null,
    session: {
      id: sessionId, caseNumber: 1, flowVersionId: 'none', compiler: 'none', startedAt: now, endedAt: null,
      state: { v: 1, frames: [], rng: seq, seq, status: 'active', timers: {}, handoff: null },
    },
    steps: [{ sessionId, seq, flowVersionId: 'none', compiler: 'none', rng: 4_294_967_295, event: { type: 'customer.left' }, facts: {}, effects: [], trace: [] }],
    messages,
    events: [{ seq: before.eventSeq + 1, type: 'case-opened', caseNumber: 1, messageSeq: before.messageSeq, epoch: 0, agentId: null, params: { number: 1 }, at: now }],
    endedSegment: null,
    segments: first ? [{ number: 1, caseNumber: 1, owner: 'bot', epoch: 0, agentId: null, queueKey: null, startedAt: now, endedAt: null }] : [],
    timers: [
      ...(generation === undefined ? [] : [{ set: { sessionId, timerId: 't', generation: Number(generation), fireAt: now + 1000 * Number(generation) } }]),
      ...(text === 'cancel' ? [{ cancel: { sessionId, timerId: 't' } }] : []),
    ],
    outbox: text === 'outbox' ? [{ id: `${event.key}:out`, seq: before.outboxSeq + 1, kind: 'message.send', payload: { author: 'bot' }, epoch: before.epoch }] : [],
    unanswered: unansweredIn(text),
    attributes: text === 'attributes' ? { ...input.contact.attributes, [`a${Object.keys(input.contact.attributes).length}`]: [text, null, 1.5] } : null,
    busied: [],
    quarantine: null,
    routing: text === 'queue',
  };
}

function message(input: TurnInput, offset: number): Omit<StoredMessage, 'id' | 'author' | 'parts'> {
  return { seq: input.conversation.messageSeq + offset, authorId: null, language: 'en', caseNumber: 1, epoch: input.conversation.epoch, sentAt: input.now };
}

function unansweredIn(text: string): TurnWrites['unanswered'] {
  const [, how, question = ''] = /^(ask|doubt) (.+)$/.exec(text) ?? [];
  if (how === undefined) return [];
  return [{ language: 'en', words: question.toLowerCase(), text: question, outcome: how === 'ask' ? 'none' : 'not-helped', asked: how === 'ask' }];
}

function textOf(event: RuntimeEvent): string {
  return 'text' in event ? event.text : event.type;
}
