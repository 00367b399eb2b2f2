import type { TurnDraft } from './turn-draft';

/** Ends a running session from outside its flow, with its timers: nothing of it speaks or fires any more. */
export function endSession(draft: TurnDraft, status: 'done' | 'failed'): void {
  const { session } = draft;
  if (session?.state.status !== 'active') return;
  draft.addTimer({ cancelAll: { sessionId: session.id } });
  draft.saveSession({ ...session, state: { ...session.state, status, timers: {}, handoff: null }, endedAt: draft.now });
}
