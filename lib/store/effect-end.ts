import type { RuntimeEvent } from '@/lib/runtime/runtime-types';

/** How the effect ended whose answer this event is; null for every other event. */
export function effectEnd(event: RuntimeEvent): { id: string; state: 'done' | 'dead'; lastError: string | null } | null {
  if (event.type === 'effect.succeeded') return { id: event.effectId, state: 'done', lastError: null };
  if (event.type === 'effect.failed') return { id: event.effectId, state: 'dead', lastError: event.error.message };
  return null;
}
