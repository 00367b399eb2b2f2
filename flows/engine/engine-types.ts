import type { CompiledFlow, HandoffRequirement, MachineContext } from '../compiler/machine-json';
import type { NodeId, PortId } from '../document/flow-document';
import type { FlowVersionRef } from '../document/flow-version-ref';
import type { Json, JsonObject } from '../document/json';
import type { Locale, LocalizedText } from '../document/localized-text';
import type { HttpRequest } from '../http/http-request';

/** Epoch milliseconds. */
export type Instant = number;
/** `<session>:<seq>:<index>`: the same turn run again gives the same id, so that outbox rows are idempotent. */
export type EffectId = string;

/** What a customer said, after the channel's `interpret`. `choice` is the pressed button's value. */
export interface InboundMessage {
  id: string;
  text: string;
  choice?: string;
}

export type EngineEvent =
  | { type: 'session.started'; input: JsonObject; language: Locale; message?: InboundMessage }
  | { type: 'message.received'; message: InboundMessage }
  | { type: 'timer.fired'; timerId: string; generation: number }
  | { type: 'effect.succeeded'; effectId: EffectId; result: Json }
  | { type: 'effect.failed'; effectId: EffectId; error: { code: string; message: string } }
  | { type: 'handoff.unavailable'; effectId: EffectId }
  | { type: 'customer.left' }
  | { type: 'agent.joined'; agentId: string }
  | { type: 'agent.released'; agentId: string }
  | { type: 'agent.closed'; agentId: string };

/** A message as it leaves: rendered, in one language. A channel shows options as it can: buttons, or numbers. */
export interface OutboundContent {
  language: Locale;
  parts: { kind: 'text'; text: string }[];
  options?: { value: string; label: string }[];
}

export type Effect = { readonly id: EffectId } & (
  | { kind: 'message.send'; node: NodeId; content: OutboundContent }
  | { kind: 'timer.set'; timerId: string; generation: number; fireAt: Instant }
  | { kind: 'timer.cancel'; timerId: string }
  | { kind: 'handoff.request'; node: NodeId; requirement: HandoffRequirement }
  | { kind: 'handoff.cancel'; node: NodeId }
  | { kind: 'answer.record'; node: NodeId; title: LocalizedText; value: LocalizedText }
  | { kind: 'conversation.close'; node: NodeId; disposition: string }
  /** Sets one attribute of the customer's own; null unsets it. Written with the turn. */
  | { kind: 'contact.patch'; node: NodeId; name: string; value: Json }
  /** Leaves; whoever carries it out answers by `effect.succeeded` with an HttpResult, or by `effect.failed`. */
  | { kind: 'http.request'; node: NodeId; request: HttpRequest }
  /** Local: whoever runs the turn answers it at once, by `effect.succeeded` with a KnowledgeResult. */
  | { kind: 'knowledge.search'; node: NodeId; query: string; language: Locale; limit: number }
);

/** What a search of the articles gives: `answered` by the first candidate, `unsure` between them, or `none`. */
export interface KnowledgeResult {
  outcome: 'answered' | 'unsure' | 'none';
  candidates: { id: string; title: LocalizedText; answer: LocalizedText }[];
  /** Of the articles searched, so that a replay knows. */
  version?: number;
  /** The question: the runtime keeps it with the result, for the case that the answer does not help. */
  query?: string;
}

/** Searches the articles. Pure: the same articles, question and moment always give the same result. */
export type SearchKnowledge = (search: { query: string; language: Locale; limit: number; now: Instant }) => KnowledgeResult;

/** In words for people: code and parameters are turned into sentences by the interface, in its language. */
export type TraceEntry =
  | { kind: 'entered'; node: NodeId }
  | { kind: 'left'; node: NodeId; port: PortId; reason: string }
  | { kind: 'ignored'; event: string; why: 'stale-timer' | 'unexpected-event' | 'session-over' | 'stale-effect' }
  | { kind: 'failed'; code: FailureCode; detail: string; node?: NodeId };

export type FailureCode = 'limit-exceeded' | 'flow-missing' | 'state-missing' | 'node-threw' | 'expression-failed' | 'fact-missing';

/** One running flow; sub-flows will push frames. */
export interface Frame {
  flow: FlowVersionRef;
  /** State id of the machine. */
  value: string;
  context: MachineContext;
}

/** Plain JSON. `timers` holds the live generation of each timer id; a fired timer of another generation is stale. */
export interface SessionState {
  v: 1;
  frames: Frame[];
  rng: number;
  seq: number;
  status: 'active' | 'done' | 'failed';
  timers: Record<string, number>;
  /** Effect id of the hand-over the session waits on, if any. */
  handoff: EffectId | null;
  /** Effect id of the result the session waits for, if any. Absent from sessions of vocabulary 1. */
  awaited?: EffectId | null;
}

/** What the world said, by fact name; recorded in the step log so that a replay needs nothing else. */
export type Facts = JsonObject;

export interface Limits {
  /** Microsteps of one transition. */
  iterations: number;
  effects: number;
  /** Characters of one rendered text. */
  textLength: number;
}

export interface StepDeps {
  now: Instant;
  sessionId: string;
  facts: Facts;
  flows(ref: FlowVersionRef): CompiledFlow | undefined;
  limits: Limits;
}

export interface StepResult {
  state: SessionState;
  effects: readonly Effect[];
  trace: readonly TraceEntry[];
}
