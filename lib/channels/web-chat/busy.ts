import { OverloadError, type OverloadScope } from '@/lib/runtime/admission/overload-error';
import { StoppedError } from '@/lib/runtime/stopped-error';
import { Problem, type ProblemCode } from './problem';

const CODES: Readonly<Record<OverloadScope, ProblemCode>> = { conversation: 'conversation-busy', workspace: 'workspace-busy', program: 'overloaded' };

/** Seconds after which another process, or this one started again, is there. */
export const BACK_AFTER = '2';

/** Why the runtime took nothing, as an answer that says when to come back; undefined for any other error. */
export function busyProblem(error: unknown): Problem | undefined {
  if (error instanceof OverloadError) return new Problem(CODES[error.scope], { headers: { 'retry-after': String(error.retryAfter) } });
  if (error instanceof StoppedError) return new Problem('temporarily-unavailable', { headers: { 'retry-after': BACK_AFTER, connection: 'close' } });
  return undefined;
}
