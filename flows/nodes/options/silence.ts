import { durationToMs } from '@/flows/document/duration';
import type { Plan } from '../define-node';
import type { NoReply } from './option-schema';

/** What a question does when the customer stays silent. */
export function silence(noReply: NoReply): { ms: number; plan: Plan }[] {
  const ms = noReply && durationToMs(noReply.after);
  return ms ? [{ ms, plan: { do: [], then: { exit: 'no-reply', reason: 'no-reply' } } }] : [];
}
