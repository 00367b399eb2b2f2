/**
 * What a conversation's own log holds (ConversationEvent.type), with the parameters of each. Append-only; reports and
 * the agent's thread are computed from it. Every entry carries the epoch, the case, the agent concerned and the time.
 */
export interface ConversationEventParams {
  /** A case began: the first message, or one after a closing; `reason` is `triggered` where no message did. */
  'case-opened': { number: number; reopened: number; reason?: 'triggered' };
  /** The customer's flow began. */
  'flow-started': { versionId: string };
  /** Entered a queue. `reason`: flow, no-flow, turn-failed, released, message-failed. */
  queued: { queue: string; reason: string; priority: string; mode: string };
  /** Left the queue without an agent: the flow gave up waiting. */
  'queue-left': { queue: string };
  offered: { reason: string; why: string };
  'offer-withdrawn': { reason: string; why: string };
  declined: Record<string, never>;
  /** `waited`: milliseconds in the queue. */
  accepted: { queue: string; waited: number };
  /** The first message of an agent in this case. `waited`: milliseconds since it was handed off. */
  'first-reply': { waited: number };
  released: Record<string, never>;
  'customer-left': Record<string, never>;
  /** `by`: bot, agent, customer or system. */
  closed: { by: string; handledBy: string; disposition: string };
  'no-flow': Record<string, never>;
  /** A turn failed and this person is its way out. `detail` is for the author, never for the customer. */
  'turn-failed': { code: string; detail: string; node: string; inboundSeq: number };
  /** An administrator had the event of this place, which had failed, played again. */
  'turn-replayed': { inboundSeq: number };
  /** Something for the flow came while an agent held the conversation, and was not given to it. */
  'event-ignored': { event: string; why: string };
  /** A trigger began a flow. `event` is empty for a schedule; `late` in milliseconds after its time. */
  triggered: { event: string; triggerId: string; flowId: string; late: number };
  /** A trigger did not begin its flow; `reason` is a NotBegun, `variable` the one whose data did not fit. */
  'trigger-not-begun': { event: string; triggerId: string; flowId: string; reason: string; variable: string };
  /** A timer fired later than it was set for. `late` in milliseconds. */
  'timer-late': { late: number };
  /** A message of the assistant was not sent, because an agent had taken over. */
  'message-dropped': { effectId: string; epoch: number };
  /** A message could not be delivered. */
  'message-failed': { effectId: string; code: string };
  'presence-changed': { from: string; to: string };
}
export type ConversationEventType = keyof ConversationEventParams;
