import type { AnswerRule } from '../answers/answer-rule';
import type { FlowVersionRef } from '../document/flow-version-ref';
import type { Json, JsonObject } from '../document/json';
import type { Locale, LocalizedText } from '../document/localized-text';
import type { NodeId, PortId } from '../document/flow-document';
import type { ApiEventTrigger, ScheduleTrigger } from '../document/trigger';
import type { VariableType } from '../document/variable';
import type { RequestTemplate } from '../http/request-template';

/** Version of the vocabulary of actions, guards and delays below; a machine says which one it was compiled for. */
export const VOCABULARY_VERSION = 3;

/** Each vocabulary has all of the one before it unchanged: what was compiled for it runs on. */
export const OLDEST_VOCABULARY = 1;

/**
 * A message template. Each part's text is picked by the fallback chain (customer's language, then the flow's), then
 * rendered as Liquid over `{ ...variables, contact, message: { text } }`, when the action runs. Labels are picked the
 * same way and are plain text. Parts that come out blank are dropped; without parts and options nothing is sent.
 */
export interface MessageTemplate {
  parts: { kind: 'text'; text: LocalizedText }[];
  options?: { value: string; label: LocalizedText }[];
}

export type GuardJson =
  /** The customer pressed the button `value` (`<node>:<option>`), or her text, normalised, is one of `keys`. False without a message. */
  | { type: 'matches-option'; params: { value: string; keys: string[] } }
  /** The counter, 0 when it was never counted, has not reached `limit`. */
  | { type: 'counter-below'; params: { counter: string; limit: number } }
  /** A CEL expression over `{ ...variables, contact, message: { text } }` is true. One that cannot be evaluated fails the turn. */
  | { type: 'expression'; params: { source: string } }
  /** There is a message, and it is an answer by the rule. */
  | { type: 'answer-valid'; params: { answer: AnswerRule } }
  /** The calendar, the fact `calendars[calendar]`, is open now. Without that fact the turn fails. */
  | { type: 'open-at'; params: { calendar: string } }
  /** The result heard (`effect.succeeded`) has this `outcome`. */
  | { type: 'result-is'; params: { outcome: string } }
  /**
   * The step's kept result has a candidate at `index`, and the customer pressed its button
   * (`<node>:candidate-<index>`), or her text, normalised, is its title in any language or its number, from 1.
   */
  | { type: 'matches-candidate'; params: { node: NodeId; index: number } }
  /** Every one of them holds. */
  | { type: 'all'; params: { of: GuardJson[] } };

export type ActionJson =
  | { type: 'send'; params: MessageTemplate }
  | { type: 'count'; params: { counter: string } }
  | { type: 'reset'; params: { counter: string } }
  | { type: 'assign'; params: { variable: string; value: Json } }
  /** The template rendered as in `send`, read as the type; null when it is blank or cannot be read so. */
  | { type: 'assign-template'; params: { variable: string; template: LocalizedText; type: VariableType } }
  /** The value of the CEL expression; null when it is of another type. One that cannot be evaluated fails the turn. */
  | { type: 'assign-expression'; params: { variable: string; source: string; type: VariableType } }
  /** Keeps what the message says by the rule in the variable, if one is named, and notes the answer; a `secret` one is noted hidden. */
  | { type: 'take-answer'; params: { variable: string | null; answer: AnswerRule; node: NodeId; title: LocalizedText; secret?: true } }
  /** Writes the variable's present value to the customer's own attributes. */
  | { type: 'patch-contact'; params: { node: NodeId; variable: string } }
  /** Asks the knowledge base; the flow then waits for `effect.succeeded` or `effect.failed` with this effect's id. */
  | { type: 'search-knowledge'; params: { node: NodeId; query: KnowledgeQuery; limit: number } }
  /** Keeps the result heard as the step's. */
  | { type: 'keep-result'; params: { node: NodeId } }
  /** A message whose options are the titles of the step's candidates, then `exits`. */
  | { type: 'send-candidates'; params: { node: NodeId; parts: MessageTemplate['parts']; exits: { value: string; label: LocalizedText }[] } }
  /** The answer of the step's candidate at `index`, as plain text. */
  | { type: 'send-article'; params: { node: NodeId; index: number } }
  /** Asks a service; the flow then waits for `effect.succeeded` or `effect.failed` with this effect's id. */
  | { type: 'request'; params: RequestTemplate & { node: NodeId } }
  /** Sets each variable to the value of its name in the result heard, to null where it is of another type. */
  | { type: 'take-values'; params: { variables: { name: string; type: VariableType }[] } }
  /** Keeps what the customer wrote until the result waited for was heard; then the flow hears it. */
  | { type: 'hold-message'; params: { node: NodeId } }
  /** Notes an answer the customer gave, for the agent's "already asked" card. */
  | { type: 'record-answer'; params: { node: NodeId; title: LocalizedText; value: LocalizedText } }
  | { type: 'request-handoff'; params: HandoffRequirement & { node: NodeId } }
  | { type: 'cancel-handoff'; params: { node: NodeId } }
  | { type: 'close'; params: { node: NodeId; disposition: string } }
  /** Trace only: a step was entered. */
  | { type: 'enter'; params: { node: NodeId } }
  /** Trace only: a step was left by a port, and why. */
  | { type: 'leave'; params: { node: NodeId; port: PortId; reason: string } };

/** Where the question comes from: the customer's message, or a variable. */
export type KnowledgeQuery = { from: 'message' } | { from: 'variable'; name: string };

export interface HandoffRequirement {
  skills: string[];
  queue: string | null;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  mode: 'live' | 'keep-waiting';
}

export interface TransitionJson {
  target?: string;
  reenter?: boolean;
  guard?: GuardJson;
  actions?: ActionJson[];
}

/**
 * A state is a wait point, a shared join or branch (`always`, `meta.wait` is `join` or `branch-<n>`), or final. States
 * are flat. Ids are `<node>/<wait>`, beside `idle` and `ended`; a timer's id is `<state>:<milliseconds>`.
 *
 * Taking a transition that has a target: the timers of the state left that are still live are cancelled, the actions
 * run in order, the target is entered and arms its `after`; a target with `always` goes on at once, its guards seeing
 * the same event and the context as it is by then. A target that is the state itself is left and entered again (the
 * `reenter` beside it tells XState so). An event without a transition whose guard holds changes nothing.
 */
export interface StateJson {
  type?: 'final';
  meta: { node: NodeId; wait: string };
  on?: Record<string, TransitionJson[]>;
  /** Keys are integer milliseconds, as text. */
  after?: Record<string, TransitionJson[]>;
  always?: TransitionJson[];
}

/**
 * An XState 5 machine config in plain JSON. The initial state is a bare `idle` that only hears `session.started`, whose
 * language and input are taken into the context before any guard.
 */
export interface MachineJson {
  id: string;
  initial: 'idle';
  context: MachineContext;
  states: Record<string, StateJson>;
}

export interface MachineContext {
  variables: JsonObject;
  counters: Record<string, number>;
  language: Locale;
  /** What the customer wrote while a result was waited for; absent when nothing. */
  held?: { id: string; text: string; choice?: string };
  /** Results kept, by step; absent until there is one. */
  results?: Record<NodeId, Json>;
}

/** What `compile()` gives and `step()` runs; plain JSON, cached and stored by flow version. */
export interface CompiledFlow {
  ref: FlowVersionRef;
  vocabulary: number;
  compiler: string;
  languages: Locale[];
  machine: MachineJson;
  /** State id → the step it stands for. */
  sourceMap: Record<string, NodeId>;
  /**
   * What the flow reads of the world: `contact`, and `calendars.<key>` for each calendar, read inside the turn's
   * transaction and passed as facts; `knowledge` says that it searches the articles.
   */
  facts: string[];
  /** Variables read from the customer's attributes when the flow begins, with their types; absent from vocabulary 1. */
  contactVariables?: Record<string, VariableType>;
  /** What begins the flow besides a customer; absent when nothing does. The machine does not know of it. */
  triggers?: CompiledTrigger[];
}

/** A trigger as the runtime and the simulator hear it. */
export type CompiledTrigger =
  | (Omit<ApiEventTrigger, 'variables'> & { variables: Record<string, { path: string; type: VariableType }> })
  | ScheduleTrigger;
