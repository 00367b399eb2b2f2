import type { JsonObject } from '@/flows/document/json';
import type { InboundMessage } from '@/flows/engine/engine-types';
import { startState } from '@/flows/engine/start-state';
import { queueConversation, ANYBODY } from './queue-conversation';
import { runStep } from './run-step';
import type { TurnDraft } from './turn-draft';
import { TurnFailure } from './turn-failure';

interface Beginning {
  /** The version to run; null when nothing is published. */
  versionId: string | null;
  /** The case's first message; a trigger has none. */
  message?: InboundMessage;
  /** Variables it begins with. */
  variables?: JsonObject;
}

/** Begins a flow in the case that was opened; without one, a person is called at once. */
export function startSession(draft: TurnDraft, { versionId, message, variables = {} }: Beginning): void {
  const { input, conversation } = draft;
  if (versionId === null) {
    draft.note('no-flow', {});
    queueConversation(draft, ANYBODY, 'no-flow', null);
    return;
  }
  draft.changeCase({ flowVersionId: versionId });
  if (draft.failure) return;
  const flow = draft.deps.flow(versionId);
  if (!flow) throw new TurnFailure('flow-missing', `the published version ${versionId} cannot be compiled`, null, { flowVersionId: versionId });
  conversation.sessionNumber += 1;
  const id = `${input.key.conversationId}.s${conversation.sessionNumber}`;
  conversation.sessionId = id;
  draft.saveSession({
    id,
    caseNumber: conversation.caseNumber,
    flowVersionId: versionId,
    compiler: flow.compiler,
    state: startState(versionId, flow, { rng: seedOf(id), language: conversation.language }),
    startedAt: draft.now,
    endedAt: null,
  });
  draft.note('flow-started', { versionId });
  runStep(draft, { type: 'session.started', input: variables, language: conversation.language, ...(message && { message }) });
}

/** FNV-1a: the same session always draws the same lots. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
