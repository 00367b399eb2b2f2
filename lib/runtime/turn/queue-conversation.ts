import type { HandoffRequirement } from '@/flows/compiler/machine-json';
import type { TurnDraft } from './turn-draft';

/** What a conversation needs when no flow says so: anybody of the default queue. */
export const ANYBODY: HandoffRequirement = { skills: [], queue: null, priority: 'normal', mode: 'keep-waiting' };

/** Hands the conversation to a queue. `handoffId` is the effect a waiting flow will hear about again. */
export function queueConversation(draft: TurnDraft, requirement: HandoffRequirement, reason: string, handoffId: string | null): void {
  draft.enterQueue(requirement, handoffId);
  if (draft.conversation.owner !== 'queued') draft.own({ type: 'bot.queued' });
  draft.routing = true;
  if (draft.case && draft.case.handedOffAt === null) draft.changeCase({ handedOffAt: draft.now });
  const { queueKey } = draft.conversation;
  draft.note('queued', { queue: queueKey ?? '', reason, priority: requirement.priority, mode: requirement.mode });
}
