import type { TurnInput, TurnWrites } from '@/lib/store/turn-records';
import type { Outcome } from '../runtime-types';
import { agentActed } from './agent-turn';
import { customerLeft, customerWrote } from './customer-turn';
import { replayed } from './replayed-turn';
import type { TurnDeps } from './turn-deps';
import { triggered } from './triggered-turn';
import { TurnDraft } from './turn-draft';
import { worldAnswered } from './world-turn';

/**
 * One turn, as a value: what happened and what stands, in; what is to be written, out. Pure and synchronous, so that
 * it can run inside a transaction of any database, and run again.
 *
 * @throws TurnFailure, or whatever a flow throws: see {@link import('./failed-turn')}.
 */
export function turn(input: TurnInput, deps: TurnDeps): TurnWrites {
  const draft = new TurnDraft(input, deps, null);
  return draft.finish(play(draft));
}

/** Gives the event to the part of the program it concerns. */
export function play(draft: TurnDraft): Outcome {
  const { event } = draft.input;
  switch (event.type) {
    case 'customer.message':
      return customerWrote(draft, event);
    case 'customer.left':
      return customerLeft(draft);
    case 'timer.due':
    case 'handoff.unavailable':
    case 'effect.succeeded':
    case 'effect.failed':
      return worldAnswered(draft, event);
    case 'flow.triggered':
      return triggered(draft, event);
    case 'turn.replayed':
      return replayed(draft, event);
    default:
      return agentActed(draft, event);
  }
}
