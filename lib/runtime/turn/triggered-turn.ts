import type { NotBegun, Outcome, RuntimeEvent } from '../runtime-types';
import { openCase } from './open-case';
import { startSession } from './start-session';
import type { TurnDraft } from './turn-draft';

type TriggeredEvent = Extract<RuntimeEvent, { type: 'flow.triggered' }>;

/**
 * A trigger wants its flow to begin. It does where nobody speaks: in a conversation that is closed or never began.
 * Otherwise the event is recorded, the thread says why nothing happened, and whoever speaks goes on.
 */
export function triggered(draft: TurnDraft, event: TriggeredEvent): Outcome {
  const { flowId, triggerId, event: name, misfit, late = 0 } = event;
  for (const [attribute, value] of Object.entries(event.attributes ?? {})) draft.setAttribute(attribute, value);
  const reason = reasonNot(draft, event);
  if (reason !== null) {
    draft.note('trigger-not-begun', { event: name, triggerId, flowId, reason, variable: misfit?.variable ?? '' });
    return { ok: true, begun: { began: false, reason, ...(misfit && { variable: misfit.variable }) } };
  }
  openCase(draft, 'triggered');
  draft.note('triggered', { event: name, triggerId, flowId, late });
  startSession(draft, { versionId: event.versionId, variables: event.input });
  return { ok: true, begun: { began: true } };
}

function reasonNot(draft: TurnDraft, { misfit }: TriggeredEvent): NotBegun | null {
  const { owner, caseNumber } = draft.conversation;
  if (draft.failure) return 'flow-failed';
  if (owner === 'queued' || owner === 'agent' || owner === 'snoozed') return 'with-a-person';
  if (owner === 'bot' && caseNumber > 0) return 'under-way';
  return misfit ? 'misfit' : null;
}
