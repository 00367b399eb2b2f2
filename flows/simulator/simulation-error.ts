import type { Diagnostic } from '@/flows/document/diagnostic';

export type SimulationErrorCode = 'not-sound' | 'no-such-button' | 'no-timer' | 'no-handoff' | 'no-agent' | 'no-request' | 'past' | 'endless-search' | 'no-such-trigger';

/** The flow cannot run, or the script asks for what cannot happen: a button nobody showed, a timer nobody set. */
export class SimulationError extends Error {
  constructor(
    readonly code: SimulationErrorCode,
    message: string,
    readonly diagnostics: readonly Diagnostic[] = [],
    /** Position of the event in the script, from 0. */
    readonly event?: number,
  ) {
    super(message);
  }
}
