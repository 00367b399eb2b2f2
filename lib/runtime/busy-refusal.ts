import { Refusal } from '@/lib/refusal';
import { OverloadError } from './admission/overload-error';
import { StoppedError } from './stopped-error';

/** Seconds after which another process, or this one started again, is there. */
const BACK_AFTER = 2;

/** Why the runtime took nothing, as a refusal that says when to come back (`retryAfter`, seconds); undefined for any other error. */
export function busyRefusal(error: unknown): Refusal | undefined {
  if (error instanceof OverloadError) return new Refusal(error.scope === 'program' ? 'unavailable' : 'too-many', 'overloaded', { retryAfter: error.retryAfter });
  if (error instanceof StoppedError) return new Refusal('unavailable', 'stopping', { retryAfter: BACK_AFTER });
  return undefined;
}
