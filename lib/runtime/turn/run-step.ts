import type { HandoffRequirement } from '@/flows/compiler/machine-json';
import type { Json, JsonObject } from '@/flows/document/json';
import type { Effect, EngineEvent, KnowledgeResult } from '@/flows/engine/engine-types';
import { MOST_ROUNDS } from '@/flows/engine/limits';
import { step } from '@/flows/engine/step';
import { closeConversation } from './close-conversation';
import { noteNotHelped, noteSearched } from './note-unanswered';
import { queueConversation } from './queue-conversation';
import type { TurnDraft } from './turn-draft';
import { TurnFailure } from './turn-failure';

/**
 * Gives an event to the conversation's flow and takes over what it decides. Nothing happens when there is no running
 * session, or when this turn runs without its flow because the flow failed.
 *
 * @throws TurnFailure when the step fails.
 */
export function runStep(draft: TurnDraft, event: EngineEvent, rounds = 0): void {
  const session = draft.session;
  if (!session || session.state.status !== 'active' || draft.failure) return;
  const { state } = session;
  const flow = draft.deps.flow(session.flowVersionId);
  const facts = factsFor(draft, flow?.facts ?? []);
  const result = step(state, event, {
    now: draft.now,
    sessionId: session.id,
    facts,
    flows: draft.deps.flow,
    limits: draft.deps.limits,
  });
  const failed = result.trace.find((entry) => entry.kind === 'failed');
  if (failed) {
    const circumstances = JSON.parse(JSON.stringify({ event, facts, state, flowVersionId: session.flowVersionId, trace: result.trace })) as JsonObject;
    throw new TurnFailure(failed.code, failed.detail, failed.node ?? null, circumstances);
  }
  draft.addStep({
    sessionId: session.id,
    seq: result.state.seq,
    flowVersionId: session.flowVersionId,
    compiler: session.compiler,
    rng: state.rng,
    event,
    facts,
    effects: result.effects,
    trace: result.trace,
  });
  noteNotHelped(draft, result.trace);
  const over = result.state.status !== 'active';
  draft.saveSession({ ...session, state: result.state, endedAt: over ? draft.now : null });
  for (const effect of result.effects) takeOver(draft, session.id, effect);
  if (!over) {
    for (const effect of result.effects) if (effect.kind === 'knowledge.search') answerSearch(draft, effect, rounds);
    return;
  }
  draft.addTimer({ cancelAll: { sessionId: session.id } });
  // A flow that just ends has said its last word: the customer's next message begins a new case.
  if (draft.conversation.owner === 'bot') closeConversation(draft, 'bot', null);
}

/** A local effect: answered within this very delivery, as an event that is recorded with its result. */
function answerSearch(draft: TurnDraft, effect: Extract<Effect, { kind: 'knowledge.search' }>, rounds: number): void {
  const { id, query, language, limit } = effect;
  if (rounds >= MOST_ROUNDS) throw new TurnFailure('limit-exceeded', `more than ${MOST_ROUNDS} searches in one turn`, null, { effectId: id });
  const { key, knowledge } = draft.input;
  if (!knowledge) throw new TurnFailure('fact-missing', 'the flow searches the articles without saying so', null, { effectId: id });
  const result = draft.deps.knowledge(key.workspaceId, knowledge.version, { query, language, limit, now: draft.now });
  noteSearched(draft, effect, result);
  const recorded: KnowledgeResult = { ...result, query };
  runStep(draft, { type: 'effect.succeeded', effectId: id, result: recorded as unknown as Json }, rounds + 1);
}

/** Only what the flow says it reads: facts are recorded with every step. */
function factsFor(draft: TurnDraft, wanted: readonly string[]): JsonObject {
  const calendars = wanted.flatMap((fact) => {
    const key = fact.startsWith('calendars.') ? fact.slice('calendars.'.length) : '';
    const calendar = draft.input.calendars[key];
    return calendar ? [[key, calendar] as const] : [];
  });
  return {
    ...(wanted.includes('contact') && { contact: { ...draft.contact } as Record<string, Json> }),
    ...(calendars.length > 0 && { calendars: Object.fromEntries(calendars) as Record<string, Json> }),
  };
}

function takeOver(draft: TurnDraft, sessionId: string, effect: Effect): void {
  switch (effect.kind) {
    case 'message.send': {
      const { language, parts, options } = effect.content;
      draft.addMessage({ id: effect.id, author: 'bot', language, parts, ...(options && { options }) });
      return;
    }
    case 'timer.set':
      draft.addTimer({ set: { sessionId, timerId: effect.timerId, generation: effect.generation, fireAt: effect.fireAt } });
      return;
    case 'timer.cancel':
      draft.addTimer({ cancel: { sessionId, timerId: effect.timerId } });
      return;
    case 'handoff.request':
      queueConversation(draft, requirementOf(effect.requirement), 'flow', effect.id);
      return;
    case 'handoff.cancel':
      leaveQueue(draft);
      return;
    case 'conversation.close':
      closeConversation(draft, 'bot', effect.disposition);
      return;
    case 'contact.patch':
      draft.setAttribute(effect.name, effect.value);
      return;
    case 'http.request':
      draft.addEffect(effect.id, effect.kind, effect.request as unknown as JsonObject);
      return;
    case 'knowledge.search':
      return; // answered when everything else is taken over
    case 'answer.record':
      return; // kept with the step, in its effects
  }
}

function requirementOf({ skills, queue, priority, mode }: HandoffRequirement): HandoffRequirement {
  return { skills, queue, priority, mode };
}

/** The flow stopped waiting for a person and speaks again. */
function leaveQueue(draft: TurnDraft): void {
  if (draft.conversation.owner !== 'queued') return;
  const queue = draft.conversation.queueKey ?? '';
  draft.leaveQueue();
  draft.own({ type: 'bot.resumed' });
  draft.note('queue-left', { queue });
}
