import type { JsonObject } from '@/flows/document/json';
import type { SessionState } from '@/flows/engine/engine-types';

/** The variables of the flow that runs. */
export function variablesOf(session: SessionState): JsonObject {
  return session.frames.at(-1)?.context.variables ?? {};
}
