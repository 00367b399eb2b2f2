import { hears } from '@/flows/conversation/ownership';
import type { EngineEvent } from '@/flows/engine/engine-types';
import type { Outcome, RuntimeEvent } from '../runtime-types';
import { endSession } from './end-session';
import { ANYBODY, queueConversation } from './queue-conversation';
import { runStep } from './run-step';
import type { TurnDraft } from './turn-draft';

type WorldEvent = Extract<RuntimeEvent, { type: 'timer.due' | 'handoff.unavailable' | 'effect.succeeded' | 'effect.failed' }>;

/** A timer, or the answer to an effect. While an agent holds the conversation it is recorded and goes no further. */
export function worldAnswered(draft: TurnDraft, event: WorldEvent): Outcome {
  if (event.type === 'timer.due') return timerDue(draft, event);
  if (!mayHear(draft, event.type)) return { ok: true };
  if (event.type === 'effect.failed' && !awaited(draft, event.effectId)) {
    undeliverable(draft, event);
    return { ok: true };
  }
  runStep(draft, engineEvent(event));
  return { ok: true };
}

/** Fires within this many milliseconds of its time are punctual. */
const PUNCTUAL_MS = 1000;

function timerDue(draft: TurnDraft, event: Extract<WorldEvent, { type: 'timer.due' }>): Outcome {
  const { sessionId, timerId, generation } = event;
  // A timer of an earlier session: its state is gone, and its name may be used again by the present one.
  if (draft.session?.id !== sessionId) {
    draft.addTimer({ cancel: { sessionId, timerId } });
    return { ok: true };
  }
  // The row goes unless it was set anew meanwhile, for a later visit of the state.
  const live = draft.session.state.timers[timerId];
  if (live === undefined || live === generation) draft.addTimer({ cancel: { sessionId, timerId } });
  if (live !== generation || !mayHear(draft, event.type)) return { ok: true };
  const late = draft.now - event.fireAt;
  if (late > PUNCTUAL_MS) draft.note('timer-late', { late });
  runStep(draft, { type: 'timer.fired', timerId, generation });
  return { ok: true };
}

function mayHear(draft: TurnDraft, event: WorldEvent['type']): boolean {
  const { owner } = draft.conversation;
  if (hears(owner) === 'bot') return true;
  draft.note('event-ignored', { event, why: owner });
  return false;
}

function engineEvent(event: Exclude<WorldEvent, { type: 'timer.due' }>): EngineEvent {
  switch (event.type) {
    case 'handoff.unavailable':
      return { type: event.type, effectId: event.effectId };
    case 'effect.succeeded':
      return { type: event.type, effectId: event.effectId, result: event.result };
    case 'effect.failed':
      return { type: event.type, effectId: event.effectId, error: event.error };
  }
}

/** Effects the flow waits for carry the session's id; a message's carries the conversation's. */
function awaited(draft: TurnDraft, effectId: string): boolean {
  return draft.session !== null && effectId.startsWith(`${draft.session.id}:`);
}

/** A message nobody waits for did not reach the customer: the bot talks to nobody, so a person looks. */
function undeliverable(draft: TurnDraft, event: Extract<WorldEvent, { type: 'effect.failed' }>): void {
  draft.note('message-failed', { effectId: event.effectId, code: event.error.code });
  if (draft.conversation.owner !== 'bot') return;
  endSession(draft, 'failed');
  queueConversation(draft, ANYBODY, 'message-failed', null);
}
