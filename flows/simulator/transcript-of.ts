import type { SimulationState } from './simulation-state';
import { isoInstant, type Transcript } from './transcript';
import { variablesOf } from './variables-of';

/** What was said and done up to here, as it is kept and compared. */
export function transcriptOf({ entries, session, path, effects, timers }: SimulationState): Transcript {
  return {
    entries: [...entries],
    state: session.status,
    variables: variablesOf(session),
    path: [...path],
    effects: [...effects],
    pendingTimers: timers.map(({ timerId, fireAt }) => ({ timerId, fireAt: isoInstant(fireAt) })),
  };
}
